"""Numbers of measures, states and scopes in words."""

from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.core.queries.company import company
from vernost.programmes.enums import GoalScope, GoalState
from vernost.programmes.goal_state import state_of
from vernost.programmes.measures.measure import Better, Measure, Unit, Unknown, measure_of
from vernost.programmes.models import Goal
from vernost.ui import formats
from vernost.ui.html import Tone, badge

_TONES: dict[str, Tone] = {
    GoalState.REACHED: "good",
    GoalState.ON_TRACK: "accent",
    GoalState.AT_RISK: "warn",
    GoalState.MISSED: "bad",
    GoalState.UNKNOWN: "neutral",
}
_SIGN = {True: "+", False: ""}


def number_text(measure: Measure, number: Decimal | None, unknown: str = "") -> str:
    """In the measure's unit; a missing one says why."""
    if number is None:
        return str(Unknown(unknown).label) if unknown else formats.DASH
    match measure.unit:
        case Unit.PERCENT:
            return formats.percent(number / 100, min(1, _places(number)))
        case Unit.MONEY:
            return formats.money(round(number), company().currency)
        case _:
            return formats.number(number, _places(number))


def change_text(measure: Measure, change: Decimal | None) -> str:
    """With its sign; of percentages in points, since a difference of two is no part of anything."""
    if change is None:
        return formats.DASH
    sign = _SIGN[change > 0]
    if measure.unit is Unit.PERCENT:
        return _("%(number)s points") % {"number": sign + formats.number(change, min(1, _places(change)))}
    return sign + number_text(measure, change)


def _places(number: Decimal) -> int:
    if number == number.to_integral_value():
        return 0
    return 1 if number * 10 == (number * 10).to_integral_value() else 2


def state_badge(state: str) -> SafeString:
    return badge(GoalState(state).label, _TONES[state])


def state_today(goal: Goal, on: date) -> GoalState:
    """From the kept numbers, with the target as it is now; a closed goal stands as its result does."""
    if goal.closed_on is not None:
        on, now, ahead = max(goal.ends_on, goal.closed_on), goal.result, None
    else:
        now, ahead = goal.now, goal.forecast
    return state_of(
        Better(goal.better), target=goal.target, start=goal.start, now=now, ahead=ahead, starts_on=goal.starts_on,
        ends_on=goal.ends_on, on=on,
    )  # fmt: skip


def scope_text(goal: Goal) -> str:
    return goal.subject_name or str(GoalScope.COMPANY.label)


def measure_name(code: str) -> str:
    return str(measure_of(code).name)
