from dataclasses import replace

import pytest

from vernost.assessment.scenario import Assumptions, scenario

GIVEN = Assumptions(clients=100, income=1000.0, retention=0.8, growth=0.05, margin=0.2, years=2, discount=0.0)


def test_two_years_by_hand():
    """As is 80 and 64 clients, grown 85 and 72.25, each worth 200 a year: 28,800 and 31,450."""
    found = scenario(GIVEN)

    assert [(year.clients_as_is, year.clients_grown) for year in found.years] == [
        pytest.approx((80.0, 85.0)),
        pytest.approx((64.0, 72.25)),
    ]
    assert found.profit_as_is == pytest.approx(28_800)
    assert found.profit_grown == pytest.approx(31_450)
    assert found.change == pytest.approx(2_650)
    assert found.part == pytest.approx(2_650 / 28_800)


def test_later_money_is_worth_less():
    """The second year's 200 × 8.25 clients ÷ 1.21."""
    found = scenario(replace(GIVEN, discount=0.1))

    assert found.years[1].profit_grown - found.years[1].profit_as_is == pytest.approx(200 * 8.25 / 1.21)


def test_nobody_stays_more_than_wholly():
    assert scenario(replace(GIVEN, retention=0.98)).years[0].clients_grown == pytest.approx(100)


def test_without_profit_there_is_no_part():
    assert scenario(replace(GIVEN, margin=0.0)).part is None
