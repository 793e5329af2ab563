"""Plans and their numbers in the words of the page."""

from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from vernost.assessment.wording.judgement import LOYALTY
from vernost.programmes.enums import PlanState, Standing
from vernost.programmes.measures.loyalty import LEVELS
from vernost.programmes.measures.measure import Unit, Unknown, measure_of
from vernost.programmes.models import Kpi
from vernost.programmes.queries.kpi import on_track
from vernost.ui import formats
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


def shown(value: Decimal | None, unit: Unit, currency: str) -> str:
    """As a reader wants it: whole sums, a level by its name."""
    if value is None:
        return formats.DASH
    match unit:
        case Unit.MONEY:
            return formats.money(round(value), currency)
        case Unit.PERCENT:
            return formats.percent(value / 100, 0 if value == int(value) else 1)
        case Unit.MARK:
            return formats.number(value, 1)
        case Unit.LEVEL:
            return gettext(_LEVEL_NAMES[min(3, max(0, round(value)))])
        case _:
            return formats.number(value, 0 if value == int(value) else 1)


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
