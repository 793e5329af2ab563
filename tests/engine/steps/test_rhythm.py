"""Rhythm: the client's own from two intervals on, shrunk to the company's below (assessment.md, 2)."""

from math import exp, log

import pytest

from tests.engine.cast import Firm, Judged, day
from vernost.engine import Settings


def days_of(intervals: list[int], last: int = 0) -> list[int]:
    """Days ago of purchases with these intervals between them, the last of them `last` days ago."""
    return [last + sum(intervals[place:]) for place in range(len(intervals) + 1)]


# Intervals of the clients who came back. One interval: 20, 40, 80; two: (30, 30), (60, 90); …
RETURNED = {
    "one 20": [20],
    "one 40": [40],
    "one 80": [80],
    "two": [30, 30],
    "two more": [60, 90],
    "four": [10, 50, 30, 20],
    "fifteen": [400, 300, 200, *([7, 14] * 6)],
}


@pytest.fixture(scope="module")
def firm() -> Judged:
    firm = Firm()
    for client, intervals in RETURNED.items():
        firm.buys(client, *days_of(intervals, last=15))
    firm.buys("none", 100)
    firm.add("clients", "never", name="Never")
    firm.buys("back", *days_of([10, 10, 10, 10, 200, 10], last=5))
    firm.buys("back long ago", *days_of([10, 10, 10, 10, 200, *[10] * 40], last=5))
    return firm.judged()


def test_median_and_spread_of_the_last_intervals(firm):
    four = firm.clients["four"]
    assert four["intervals"] == 4
    assert four["typical_interval"] == (20 + 30) / 2
    assert four["interval_mad"] == (5 + 15) / 2  # deviations 15, 25, 5, 5: the middle two are 5 and 15

    two = firm.clients["two more"]
    assert (two["typical_interval"], two["interval_mad"]) == (75, 15)

    fifteen = firm.clients["fifteen"]  # the last twelve: six of 7 and six of 14
    assert (fifteen["intervals"], fifteen["typical_interval"], fifteen["interval_mad"]) == (12, 10.5, 3.5)


def test_expected_next_day_and_how_late_he_is(firm):
    four = firm.clients["four"]
    assert four["days_since_last"] == 15
    assert four["overdue_ratio"] == 15 / 25
    assert four["expected_next_on"] == day(15 - 25)


def test_fewer_than_two_intervals_are_shrunk_to_the_company(firm):
    intervals = [*RETURNED.values(), [10, 10, 10, 10, 200, 10], [10] * 12]
    intervals[6] = intervals[6][-12:]
    logs = [[log(gap) for gap in own] for own in intervals]
    means = [sum(own) / len(own) for own in logs]
    n = len(logs)
    mean = sum(means) / n
    within = sum((value - means[i]) ** 2 for i in range(n) for value in logs[i]) / sum(
        len(own) - 1 for own in logs
    )
    scatter = sum((value - mean) ** 2 for value in means) / n
    between = scatter - within * sum(1 / len(own) for own in logs) / n
    own = between / (between + within)
    assert 0 < own < 1  # the company is such that something is learnt from one interval, and not everything

    for client, interval in (("one 20", 20), ("one 40", 40), ("one 80", 80)):
        expected = exp(own * log(interval) + (1 - own) * mean)
        assert firm.clients[client]["typical_interval"] == pytest.approx(expected, rel=1e-9)
    assert firm.clients["none"]["typical_interval"] == pytest.approx(exp(mean), rel=1e-9)
    assert firm.company["rhythm"]["prior_interval"] == pytest.approx(exp(mean), rel=1e-9)
    assert firm.company["rhythm"]["within"] == pytest.approx(within)
    assert firm.company["rhythm"]["between"] == pytest.approx(between)


def test_with_fewer_than_two_intervals_there_is_no_spread(firm):
    assert [firm.clients[name]["interval_mad"] for name in ("one 20", "none")] == [None, None]


def test_who_never_bought_has_no_rhythm(firm):
    row = firm.clients["never"]

    names = ("intervals", "typical_interval", "overdue_ratio", "days_since_last", "expected_next_on")
    assert [row[name] for name in names] == [None] * 5


def test_a_pause_of_more_than_three_usual_intervals_that_ended_in_the_window(firm):
    row = firm.clients["back"]
    assert (row["comeback_on"], row["comeback_interval"], row["stage"]) == (day(15), 200, "won_back")

    row = firm.clients["back long ago"]  # it ended 405 days ago
    assert (row["comeback_on"], row["comeback_interval"], row["stage"]) == (None, None, "regular")


def test_where_nobody_ever_came_back_nobody_has_a_rhythm():
    judged = Firm().buys("a", 10).buys("b", 500).judged()

    assert [row["typical_interval"] for row in judged.clients.values()] == [None, None]
    assert {row["stage"] for row in judged.clients.values()} == {"first_order"}
    assert judged.company["rhythm"]["prior_interval"] is None


def test_how_many_intervals_make_the_rhythm_is_a_setting():
    amounts = [5, 1, 3, 100]
    firm = Firm()
    for ago, amount in zip(days_of([50, 10, 20], last=5), amounts, strict=True):
        firm.buys("a", ago, amount=amount)

    row = firm.judged(Settings(rhythm_intervals=2)).clients["a"]

    assert (row["intervals"], row["typical_interval"]) == (2, 15)
    assert row["median_order"] == (3 + 100) / 2  # the purchases at the ends of those intervals
