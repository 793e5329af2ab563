"""The definitions of the method as a form: a field for each of the engine's settings, made from its declaration."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.declared import Settings
from vernost.assessment.queries.method import ELSEWHERE
from vernost.assessment.wording.outlook import MODELS
from vernost.ui import formats

PARTS = (
    (_("Regular clients and stages"), ("regular_", "slipping_", "lost_")),
    (_("Loyalty"), ("satisfied_", "devoted_", "loyalty_growth")),
    (_("Attractiveness: weights"), ("weight_",)),
    (_("Groups"), ("reward_", "debt_", "on_time_", "broken_", "guard_")),
    (_("Share of income"), ("dependence_", "abc_")),
    (
        _("Signals"),
        (
            "alarm_", "trend_", "recent_", "low_", "same_", "touch_", "promise_", "answer_", "feedback_", "free_",
            "ending_",
        ),
    ),
    (_("Time, money and outlook"), ("window_", "horizon_", "hourly_rate", "discount_", "exchange_", "rhythm_",
                                    "outlook_")),
)  # fmt: skip
_DEFAULTS = Settings()
_WHOLE = {name for name, kind in get_type_hints(Settings).items() if kind is int}


class Rates(forms.Field):
    """USD 90; EUR 98.5 as {"USD": 90, "EUR": 98.5}."""

    def to_python(self, value: Any) -> dict[str, float]:
        if isinstance(value, Mapping):
            return dict(value)
        pairs = [pair.split() for pair in str(value or "").replace("=", " ").split(";") if pair.strip()]
        try:
            return {code.upper(): float(rate.replace(",", ".")) for code, rate in pairs}
        except ValueError as error:
            raise forms.ValidationError(_("Write pairs like: USD 90; EUR 98.5")) from error

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(f"{k} {v:g}" for k, v in value.items()) if isinstance(value, Mapping) else value


class Method(forms.Form):
    """Every definition; an empty field goes back to the default."""

    def __init__(self, *args: Any, current: Settings, **kwargs: Any) -> None:
        values = {setting.name: getattr(current, setting.name) for setting in fields(Settings)}
        # 3 and not 3.0, whatever the kind of number.
        kwargs["initial"] = {
            n: int(v) if isinstance(v, float) and v == int(v) else v for n, v in values.items()
        }
        super().__init__(*args, **kwargs)
        self.current = current
        for setting in fields(Settings):
            if setting.name not in ELSEWHERE:
                self.fields[setting.name] = _field(setting.name, setting.metadata["meaning"])

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        return [
            (str(title), [self[name] for name in self.fields if name.startswith(starts)])
            for title, starts in PARTS
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        return {n: getattr(_DEFAULTS, n) if value in (None, "") else value for n, value in data.items()}

    @staticmethod
    def settled(written: Mapping[str, Any]) -> dict[str, Any]:
        """What was written as it is kept; None: back to the default."""
        return {
            name: None if _plain(value) == _plain(getattr(_DEFAULTS, name)) else value
            for name, value in written.items()
        }


class Tried(Method):
    """The definitions `values` that were tried, as if their person sent them."""

    def __init__(self, *, values: Mapping[str, Any], current: Settings) -> None:
        data = {n: getattr(_DEFAULTS, n) if value is None else value for n, value in values.items()}
        super().__init__(data, current=current)
        self.fields = {name: self.fields[name] for name in values}


def _as_written(number: float) -> str:
    """With the decimals that it has, as the reader's language writes them."""
    return formats.number(number, len(f"{number:g}".partition(".")[2]))


def _field(name: str, meaning: str) -> forms.Field:
    default = getattr(_DEFAULTS, name)
    given: dict[str, Any] = {"label": gettext(meaning), "required": False}
    if isinstance(default, Mapping):
        return Rates(**given)
    shown = (
        ""
        if default is None
        else gettext("default: %(value)s")
        % {"value": default if name == "outlook_model" else _as_written(default)}
    )
    given["help_text"] = shown
    if name == "outlook_model":
        return forms.ChoiceField(choices=[(code, gettext(text)) for code, text in MODELS.items()], **given)
    if name in _WHOLE:
        return forms.IntegerField(min_value=0, **given)
    return forms.FloatField(min_value=0, **given)


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
