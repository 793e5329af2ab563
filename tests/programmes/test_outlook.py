"""Forecast and standing, worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from vernost.programmes.enums import Standing
from vernost.programmes.measures.measure import Better, Unit
from vernost.programmes.outlook import elapsed, forecast, standing_of

FIRST = date(2026, 1, 1)


def readings(*numbers: int) -> list[tuple[date, Decimal]]:
    """Ten days between two."""
    return [(FIRST + timedelta(days=10 * place), Decimal(n)) for place, n in enumerate(numbers)]


def test_two_readings_are_no_direction():
    assert forecast(readings(1, 2), FIRST, Unit.COUNT) is None


def test_a_straight_line_goes_on():
    # 20, 22, 24: two more in ten days; on the 50th day 30
    assert forecast(readings(20, 22, 24), FIRST + timedelta(days=50), Unit.COUNT) == 30


def test_a_bent_line_is_the_least_squares():
    # Days 0, 10, 20 from the middle: slope 0.15 over the mean 1; on the 30th day 1 + 0.15 · 20
    assert forecast(readings(0, 0, 3), FIRST + timedelta(days=30), Unit.COUNT) == 4


@pytest.mark.parametrize(
    ("unit", "numbers", "expected"),
    [
        (Unit.PERCENT, (60, 75, 90), 100),
        (Unit.LEVEL, (1, 2, 3), 3),
        (Unit.COUNT, (8, 5, 2), 0),
        (Unit.MARK, (5, 4, 3), 1),
        (Unit.MONEY, (20, 10, 0), -80),
    ],
)
def test_a_forecast_stays_within_what_there_can_be(unit, numbers, expected):
    assert forecast(readings(*numbers), FIRST + timedelta(days=100), unit) == expected


def stands(better=Better.MORE, *, start, target, now, ahead=None, part=0.5):
    number = [None if value is None else Decimal(value) for value in (start, target, now, ahead)]
    return standing_of(
        better, start=number[0], target=number[1], now=number[2], ahead=number[3], elapsed=part
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"start": 20, "target": 40, "now": 40}, Standing.REACHED),
        ({"start": 20, "target": 40, "now": 30}, Standing.ON_TRACK),
        ({"start": 20, "target": 40, "now": 29}, Standing.BEHIND),
        ({"start": 20, "target": 40, "now": 29, "ahead": 41}, Standing.ON_TRACK),
        ({"start": 20, "target": 40, "now": 35, "ahead": 39}, Standing.BEHIND),
        ({"start": None, "target": 40, "now": 35}, Standing.UNKNOWN),
        ({"start": 20, "target": None, "now": 35}, Standing.UNKNOWN),
        ({"start": 20, "target": 40, "now": None}, Standing.UNKNOWN),
    ],
)
def test_where_a_number_stands(given, expected):
    assert stands(**given) is expected


def test_of_complaints_fewer_are_better():
    assert stands(Better.LESS, start=6, target=2, now=2) is Standing.REACHED
    assert stands(Better.LESS, start=6, target=2, now=4) is Standing.ON_TRACK
    assert stands(Better.LESS, start=6, target=2, now=5) is Standing.BEHIND


def test_the_part_of_the_time_that_is_over():
    assert elapsed(FIRST, FIRST + timedelta(days=100), FIRST + timedelta(days=25)) == 0.25
    assert elapsed(FIRST, FIRST + timedelta(days=100), FIRST - timedelta(days=5)) == 0
    assert elapsed(FIRST, FIRST + timedelta(days=100), FIRST + timedelta(days=500)) == 1
