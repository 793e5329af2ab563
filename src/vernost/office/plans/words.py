"""Plans and their numbers in the words of the page."""

from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from vernost.assessment.wording.judgement import LOYALTY
from vernost.office.goals.words import number_text
from vernost.programmes.enums import PlanState, Standing
from vernost.programmes.measures.loyalty import LEVELS
from vernost.programmes.measures.measure import Measure, Unit, Unknown, measure_of
from vernost.programmes.models import Kpi
from vernost.programmes.queries.kpi import on_track
from vernost.ui.html import Tone, badge

STATE_TONES: dict[str, Tone] = {
    PlanState.DRAFT: "neutral",
    PlanState.RUNNING: "accent",
    PlanState.REVIEWED: "accent",
    PlanState.FINISHED: "neutral",
}
STANDING_TONES: dict[str, Tone] = {
    Standing.REACHED: "good",
    Standing.ON_TRACK: "good",
    Standing.BEHIND: "bad",
    Standing.UNKNOWN: "neutral",
}
_LEVEL_NAMES = {int(level): LOYALTY[code] for code, level in LEVELS.items()}


def kpi_name(measure: str, line: str = "") -> str:
    name = str(measure_of(measure).name)
    return f"{name}: {line}" if line else name


def name_of(kpi: Kpi) -> str:
    return kpi_name(kpi.measure, kpi.line.name if kpi.line else "")


def shown(value: Decimal | None, measure: Measure) -> str:
    """As goals show it, a tenth at most; a level of one client by its name."""
    if value is not None and measure.unit is Unit.LEVEL:
        return gettext(_LEVEL_NAMES[min(3, max(0, round(value)))])
    return number_text(measure, None if value is None else round(value, 1))


def why_unknown(code: str) -> str:
    return str(Unknown(code).label) if code else ""


def state_badge(state: str) -> SafeString:
    return badge(PlanState(state).label, STATE_TONES[state])


def standing_badge(standing: str) -> SafeString:
    return badge(Standing(standing).label, STANDING_TONES[standing])


def track_of(kpis: list[Kpi]) -> str:
    """ "3 of 4 on track"; empty where nothing is measured."""
    good, count = on_track(kpis)
    return _("%(good)d of %(count)d on track") % {"good": good, "count": count} if count else ""
