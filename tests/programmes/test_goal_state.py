"""Forecasts and states, worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from vernost.programmes.enums import GoalState
from vernost.programmes.goal_state import forecast, state_of
from vernost.programmes.measures.measure import Better, Unit

BEGIN = date(2026, 1, 31)
MONTH = timedelta(days=365.25 / 12)


def monthly(*numbers: float) -> list[tuple[date, Decimal]]:
    """One a month of 30 or 31 days."""
    return [(BEGIN + timedelta(days=round(30.4375 * at)), Decimal(str(n))) for at, n in enumerate(numbers)]


def test_steady_growth_goes_on_and_errs_by_little():
    found = forecast(monthly(10, 12, 14, 16, 18), BEGIN + timedelta(days=round(30.4375 * 10)), Unit.COUNT)

    # Two a month for six months more.
    assert found.number == pytest.approx(Decimal(30), abs=Decimal("0.2"))
    assert found.high - found.low < 1


def test_bounds_are_those_of_a_random_walk_with_drift():
    # Changes +2, −2, +2, −2 a month: mean 0, spread 2.309, four of them.
    points = [(date(2026, 1, 1) + timedelta(days=round(30.4375 * at)), Decimal(n)) for at, n in
              enumerate((10, 12, 10, 12, 10))]  # fmt: skip
    found = forecast(points, points[-1][0] + timedelta(days=round(30.4375 * 4)), Unit.COUNT)

    # t of 3 degrees 1.638 × 2.309 × √(4 × (1 + 4/4)) = 10.70; below nothing there is nothing.
    assert float(found.number) == pytest.approx(10, abs=0.2)
    assert float(found.high) == pytest.approx(20.7, abs=0.3)
    assert found.low == 0


def test_three_values_tell_no_direction():
    assert forecast(monthly(10, 12, 14), date(2027, 1, 1), Unit.COUNT) is None


def test_month_under_way_counts_as_no_month():
    points = [*monthly(10, 12, 14), (BEGIN + timedelta(days=64), Decimal(50))]

    assert forecast(points, date(2027, 1, 1), Unit.COUNT) is None


def test_no_percentage_goes_beyond_a_hundred_and_no_mark_beyond_five():
    far = date(2028, 1, 1)

    assert forecast(monthly(80, 85, 90, 95, 99), far, Unit.PERCENT).high == 100
    assert forecast(monthly(4, 4.2, 4.4, 4.7, 4.9), far, Unit.MARK).number == 5


@pytest.mark.parametrize(
    ("better", "now", "ahead", "on", "state"),
    [
        # From 10 to 20 in a year.
        (Better.MORE, 20, None, date(2026, 3, 1), GoalState.REACHED),
        (Better.MORE, 12, 21, date(2026, 3, 1), GoalState.ON_TRACK),
        (Better.MORE, 12, 19, date(2026, 3, 1), GoalState.AT_RISK),
        # Without a forecast: half of the year is over, so half of the way is to be gone.
        (Better.MORE, 15, None, date(2026, 7, 2), GoalState.ON_TRACK),
        (Better.MORE, 14, None, date(2026, 7, 3), GoalState.AT_RISK),
        (Better.MORE, 19, None, date(2026, 12, 31), GoalState.MISSED),
        (Better.MORE, None, None, date(2026, 7, 1), GoalState.UNKNOWN),
    ],
)
def test_states(better, now, ahead, on, state):
    assert (
        state_of(
            better, target=Decimal(20), start=Decimal(10), now=now and Decimal(now), ahead=ahead and Decimal(ahead),
            starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), on=on,
        )
        is state
    )  # fmt: skip


def test_the_less_the_better():
    given = {
        "target": Decimal(5),
        "start": Decimal(9),
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2026, 12, 31),
    }

    assert (
        state_of(Better.LESS, now=Decimal(5), ahead=None, on=date(2026, 3, 1), **given) is GoalState.REACHED
    )
    assert (
        state_of(Better.LESS, now=Decimal(7), ahead=Decimal(6), on=date(2026, 3, 1), **given)
        is GoalState.AT_RISK
    )
