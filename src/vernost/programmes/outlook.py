"""Where a number is going, and whether that is enough. Pure: numbers and days in, numbers out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from vernost.programmes.enums import Standing
from vernost.programmes.measures.measure import Better, Unit

# Fewer readings are no direction.
LEAST_READINGS = 3
_MOST = {Unit.PERCENT: Decimal(100), Unit.MARK: Decimal(5), Unit.LEVEL: Decimal(3)}
_LEAST = {Unit.MARK: Decimal(1)}


def forecast(readings: Sequence[tuple[date, Decimal]], on: date, unit: Unit) -> Decimal | None:
    """The number on a later day if it goes on as the readings do: their straight line (least squares), kept within
    what the unit allows. None while there are fewer than three.
    """
    if len(readings) < LEAST_READINGS:
        return None
    days = [float(day.toordinal()) for day, _number in readings]
    numbers = [float(number) for _day, number in readings]
    middle, mean = sum(days) / len(days), sum(numbers) / len(numbers)
    spread = sum((day - middle) ** 2 for day in days)
    if not spread:
        return None
    slope = sum((d - middle) * (n - mean) for d, n in zip(days, numbers, strict=True)) / spread
    found = Decimal(str(mean + slope * (on.toordinal() - middle)))
    if unit in _MOST:
        found = min(found, _MOST[unit])
    if unit is not Unit.MONEY:
        found = max(found, _LEAST.get(unit, Decimal()))
    return found.quantize(Decimal("0.01"))


def standing_of(
    better: Better,
    *,
    start: Decimal | None,
    target: Decimal | None,
    now: Decimal | None,
    ahead: Decimal | None,
    elapsed: float,
) -> Standing:
    """Reached: the number is there. On track: the forecast `ahead` gets there, or, without one, it has come at least
    as far from the start as the part `elapsed` of the time. Not known: the number or the target is missing, or there
    is nothing to tell the way by.
    """
    if now is None or target is None:
        return Standing.UNKNOWN
    sign = 1 if better is Better.MORE else -1
    if sign * (now - target) >= 0:
        return Standing.REACHED
    if ahead is not None:
        return Standing.ON_TRACK if sign * (ahead - target) >= 0 else Standing.BEHIND
    if start is None:
        return Standing.UNKNOWN
    due = start + (target - start) * Decimal(str(min(max(elapsed, 0.0), 1.0)))
    return Standing.ON_TRACK if sign * (now - due) >= 0 else Standing.BEHIND


def elapsed(since: date, until: date, on: date) -> float:
    """The part of the time that is over, from 0 to 1."""
    return min(max((on - since).days / max((until - since).days, 1), 0.0), 1.0)
