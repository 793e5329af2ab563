"""The signals on clients whose truth is known: seldom wrong on who does not change, right on who leaves."""

import pytest

from bench.alarms.rates import ANY, TESTS, Detection, FalseAlarms, detections, false_alarms
from vernost.engine import Settings


@pytest.fixture(scope="module")
def false() -> dict[str, FalseAlarms]:
    return {each.code: each for each in false_alarms(160, 1, Settings(), weeks=52, at_once=52)}


@pytest.fixture(scope="module")
def found() -> dict[str, Detection]:
    return {each.code: each for each in detections(120, 1, Settings(), every_weeks=4, at_once=26)}


@pytest.mark.parametrize("code", TESTS)
def test_a_test_signal_is_wrong_on_one_client_in_twenty_a_year_at_most(
    false: dict[str, FalseAlarms], code: str
) -> None:
    low, _ = false[code].interval
    assert low <= 0.05, f"{code}: {false[code].flagged} of {false[code].clients}"


def test_a_fall_is_called_unexplained_no_more_often_than_orders_shrink(false: dict[str, FalseAlarms]) -> None:
    assert false["falls_unexplained"].flagged <= false["orders_shrink"].flagged


def test_something_is_raised_for_nearly_every_leaver_while_there_is_time(found: dict[str, Detection]) -> None:
    assert found[ANY].leavers >= 40
    assert found[ANY].rate >= 0.9
    assert found[ANY].before_leaving >= 90


def test_later_payment_is_seen_in_most_who_begin_to_pay_later(found: dict[str, Detection]) -> None:
    assert found["pays_later"].rate >= 0.8
