"""Where a goal's number is going, and whether that is enough. Pure: numbers and days in, numbers out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import sqrt
from statistics import fmean, stdev

from vernost.programmes.enums import GoalState
from vernost.programmes.measures.measure import Better, Unit

# So many changes from month to month are the least that tell a direction, and the most that are looked at.
LEAST_CHANGES, MOST_CHANGES = 3, 12
_MONTH = 365.25 / 12
# Student's t for 80 of 100 by degrees of freedom from 1 on (Student, 1908).
_T80 = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363)
_MOST = {Unit.PERCENT: 100.0, Unit.MARK: 5.0, Unit.LEVEL: 3.0}
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Forecast:
    """The number expected, and the bounds within which it lies four times of five."""

    number: Decimal
    low: Decimal
    high: Decimal


def forecast(points: Sequence[tuple[date, Decimal]], on: date, unit: Unit) -> Forecast | None:
    """A random walk with drift: the last number goes on by the mean of the last monthly changes, and errs by their
    spread, the more the further `on` lies. None with fewer than three changes. `points` are one a month, oldest first.
    """
    changes = _changes(points)
    if len(changes) < LEAST_CHANGES:
        return None
    last_on, last = points[-1]
    months = max((on - last_on).days / _MONTH, 0.0)
    drift, n = fmean(changes), len(changes)
    middle = float(last) + drift * months
    error = _T80[n - 2] * stdev(changes) * sqrt(months * (1 + months / n))
    return Forecast(*(_within(number, unit) for number in (middle, middle - error, middle + error)))


def state_of(
    better: Better,
    *,
    target: Decimal,
    start: Decimal | None,
    now: Decimal | None,
    ahead: Decimal | None,
    starts_on: date,
    ends_on: date,
    on: date,
) -> GoalState:
    """Reached: the number is there. Missed: the time is over and it is not. On track: the forecast `ahead` gets there,
    or, without one, it has come from the start at least as far as the time has. Not known: nothing to tell it by.
    """
    if now is None:
        return GoalState.UNKNOWN
    if enough(better, now, target):
        return GoalState.REACHED
    if on >= ends_on:
        return GoalState.MISSED
    if ahead is None:
        if start is None:
            return GoalState.UNKNOWN
        part = min(max((on - starts_on).days / (ends_on - starts_on).days, 0.0), 1.0)
        target, ahead = start + (target - start) * Decimal(str(part)), now
    return GoalState.ON_TRACK if enough(better, ahead, target) else GoalState.AT_RISK


def enough(better: Better | str, number: Decimal, target: Decimal) -> bool:
    return number >= target if better == Better.MORE else number <= target


def _changes(points: Sequence[tuple[date, Decimal]]) -> list[float]:
    """By month: what lies less than half a month apart (the month under way) says nothing of its own."""
    found = []
    for (before_on, before), (after_on, after) in pairwise(points):
        months = (after_on - before_on).days / _MONTH
        if months >= 0.5:
            found.append(float(after - before) / months)
    return found[-MOST_CHANGES:]


def _within(number: float, unit: Unit) -> Decimal:
    if unit is not Unit.MONEY:
        number = max(number, 1.0 if unit is Unit.MARK else 0.0)
    return Decimal(str(min(number, _MOST.get(unit, number)))).quantize(_CENT)
