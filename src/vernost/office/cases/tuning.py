"""The thresholds of one signal as a form with sliders."""

from collections.abc import Mapping, Sequence
from typing import Any

from vernost.assessment.declared import Settings
from vernost.assessment.wording.settings import changes_in_words
from vernost.assessment.wording.words import Words
from vernost.office.assessment.forms import Method

# From, to and step of each slider; a number beyond may still be written.
_RANGES = {
    "alarm_rate": (0.005, 0.5, 0.005),
    "trend_events": (6, 60, 1),
    "trend_min_events": (4, 24, 1),
    "recent_days": (14, 365, 1),
    "regular_occasions": (2, 12, 1),
    "low_rating": (1, 5, 0.5),
    "low_nps": (0, 10, 1),
    "same_pair_days": (180, 3650, 30),
    "dependence_share": (0.02, 0.6, 0.01),
    "free_works": (1, 12, 1),
    "ending_signals": (1, 6, 1),
    "touch_days": (7, 365, 1),
    "promise_days": (1, 90, 1),
    "answer_days": (1, 30, 1),
    "feedback_days": (1, 120, 1),
    "devoted_nps": (6, 10, 1),
}


class Tuning(Method):
    """Only the settings `names`; `tried` are values shown instead of those in force."""

    def __init__(
        self,
        *args: Any,
        current: Settings,
        names: Sequence[str],
        tried: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, current=current, **kwargs)
        self.fields = {name: self.fields[name] for name in names}
        for name, value in (tried or {}).items():
            self.initial[name] = getattr(Settings(), name) if value is None else value
        for name, field in self.fields.items():
            least, most, step = _RANGES[name]
            field.widget.attrs |= {"data-slider": f"{least} {most} {step}", "step": "any"}

    def in_words(self, said: Words, values: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """(meaning, now, then) of each changed setting."""
        return [line[1:] for line in changes_in_words(said, self.current, values)]
