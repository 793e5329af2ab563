"""Brings what goals keep of their numbers in line with data."""

from collections.abc import Iterable
from datetime import date, timedelta

from vernost.programmes.actions.monthly_value import count_values
from vernost.programmes.goal_state import forecast, state_of
from vernost.programmes.measures.measure import Better, Value, measure_of
from vernost.programmes.models import Goal, GoalRows
from vernost.programmes.queries.counted_rows import as_kept
from vernost.programmes.queries.goal import BEFORE, points_of
from vernost.programmes.queries.monthly_value import month_ends, value_on

_DAY = timedelta(days=1)
# So many of the latest rows are kept: who sees a part of the clients still finds his own among them.
_MOST_ROWS = 1_000


def count_goals(*, goals: Iterable[Goal], on: date) -> int:
    """Counts what is missing of their past months and what they are now, then forecast and state. Closed goals stay as
    they were closed. Returns how many there were.
    """
    count = 0
    for goal in goals:
        if goal.closed_on is None:
            _count(goal, on)
            count += 1
    return count


def _count(goal: Goal, on: date) -> None:
    measure, wanted = measure_of(goal.measure), (goal.scope, goal.subject, goal.measure)
    day = min(on, goal.ends_on)
    counted = count_values(wanted=[wanted], days=[*month_ends(goal.starts_on - BEFORE, day), day])
    _keep_rows(goal, counted[wanted, day])
    if goal.start is None:
        # A goal that has not begun starts from today's number.
        begun = value_on(goal.measure, goal.scope, goal.subject, min(goal.starts_on - _DAY, day))
        goal.start, goal.start_unknown = begun.number, str(begun.unknown or "")
    points = points_of(goal, day)
    last = points[-1] if points else None
    goal.now = last.number if last else None
    goal.now_unknown = last.unknown if last else ""
    known = [(one.counted_on, one.number) for one in points if one.number is not None]
    ahead = (
        forecast(known, goal.ends_on, measure.unit) if goal.now is not None and day < goal.ends_on else None
    )
    goal.forecast = ahead.number if ahead else None
    goal.forecast_low = ahead.low if ahead else None
    goal.forecast_high = ahead.high if ahead else None
    goal.counted_on = day
    goal.state = state_of(
        Better(goal.better),
        target=goal.target,
        start=goal.start,
        now=goal.now,
        ahead=goal.forecast,
        starts_on=goal.starts_on,
        ends_on=goal.ends_on,
        on=on,
    )
    goal.save(update_fields=Goal.NOT_AUDITED)


def _keep_rows(goal: Goal, value: Value) -> None:
    rows = as_kept(value.rows(_MOST_ROWS))
    GoalRows.objects.update_or_create(goal=goal, defaults={"based_on": value.based_on, "rows": rows})
