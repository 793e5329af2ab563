"""Basics: occasions, windows, money, tenure, service lines (assessment.md, 1)."""

from datetime import date

import pytest

from tests.engine.cast import Firm, Judged, Row, day
from vernost.engine import Settings


@pytest.fixture(scope="module")
def firm() -> Judged:
    firm = Firm()
    # Edges of the windows: 364 days ago is the first day of this one, 365 the last of the one before.
    firm.buys("edges", 0, amount=1)
    firm.buys("edges", 364, amount=10)
    firm.buys("edges", 365, amount=100)
    firm.buys("edges", 729, amount=1000)
    firm.buys("edges", 730, amount=10_000)
    firm.buys("edges", 1094, amount=100_000)
    firm.buys("edges", 1095, amount=1_000_000)
    firm.buys("edges", -1, amount=7_000_000)  # tomorrow: nobody knows of it
    # Two orders and a return on one day are one occasion; a day of returns only is none.
    firm.buys("returns", 50, amount=60).buys("returns", 50, amount=40).buys("returns", 50, amount=-30)
    firm.buys("returns", 20, amount=-25)
    firm.buys("returns", 400, amount=-5)
    firm.buys("only returns", 10, amount=-9.99)
    firm.buys("cents", 3, amount=0.1).buys("cents", 2, amount=0.2).buys("cents", 1, amount=0.335)
    # Orders as such: cancelled ones are none, open ones are.
    firm.buys("status", 9, amount=5, status="cancelled")
    firm.buys("status", 8, amount=6, status="open").buys("status", 7, amount=7, status="done")
    # Direct cost is known of some orders of one client only.
    firm.buys("costs", 30, amount=100, direct_cost=60).buys("costs", 20, amount=50)
    firm.buys("costs", 400, amount=200, direct_cost=250)
    # Sums of the median are the last twelve: 1000 was the first of thirteen.
    firm.buys("many", 300, amount=1000)
    for place in range(12):
        firm.buys("many", 200 - 10 * place, amount=10 * (place + 1))
    firm.buys("lines", 200, service_line="audit").buys("lines", 100, service_line="tax")
    firm.buys("lines", 90, service_line="tax").buys("lines", 80, service_line=None)
    firm.buys("lines", 70, amount=-10, service_line="insurance")  # a return buys nothing
    firm.buys("since before", 100)
    firm.add("clients", "since before", since=500)
    firm.buys("since later", 100)
    firm.add("clients", "since later", since=50)
    firm.buys("since tomorrow", 100)
    firm.add("clients", "since tomorrow", since=-1)
    firm.add("clients", "never", since=20)
    return firm.judged()


def part(row: Row, *names: str) -> list[object]:
    return [row[name] for name in names]


def test_edges_of_the_windows(firm):
    row = firm.clients["edges"]

    assert part(row, "occasions", "occasions_window", "occasions_previous") == [7, 2, 2]
    assert part(row, "revenue_window", "revenue_previous", "revenue_earlier") == [11, 1100, 110_000]
    assert row["revenue"] == 1_111_111
    assert part(row, "first_on", "last_on", "tenure_days") == [day(1095), day(0), 1095]


def test_returns_reduce_money_and_are_no_occasions(firm):
    row = firm.clients["returns"]

    assert part(row, "occasions", "occasions_window", "occasions_previous") == [1, 1, 0]
    assert row["revenue_window"] == 60 + 40 - 30 - 25
    assert part(row, "returns_window", "revenue_previous", "revenue") == [30 + 25, -5, 40]
    assert part(row, "first_on", "last_on") == [day(50), day(50)]
    assert part(row, "mean_order", "median_order") == [100, 100]  # what was bought at once, before returns


def test_who_only_returned_never_bought(firm):
    row = firm.clients["only returns"]

    assert part(row, "occasions", "revenue", "returns_window") == [0, -9.99, 9.99]
    assert part(row, "first_on", "last_on", "mean_order", "median_order", "tenure_days") == [None] * 5
    assert row["stage"] == "aware"


def test_money_is_exact_to_the_cent(firm):
    row = firm.clients["cents"]

    assert row["revenue"] == 0.64  # 0.10 + 0.20 + 0.34: half a cent is rounded away from zero
    assert row["mean_order"] == 0.21


def test_cancelled_orders_are_left_out(firm):
    assert part(firm.clients["status"], "occasions", "revenue") == [2, 13]
    assert firm.company["rows"]["cancelled"] == 1


def test_margin_and_contribution(firm):
    row = firm.clients["costs"]

    assert row["margin_window"] == 150 - 60
    assert part(row, "net_contribution_window", "net_contribution_previous") == [90, 200 - 250]
    assert row["net_contribution"] == 90 - 50
    assert row["cost_to_serve_window"] is None


def test_where_no_direct_cost_is_known_there_is_no_margin(firm):
    row = firm.clients["edges"]

    assert part(row, "margin_window", "net_contribution_window") == [None, 11]


def test_mean_and_median_order(firm):
    row = firm.clients["many"]

    assert row["mean_order"] == pytest.approx((1000 + 10 * 78) / 13, abs=0.005)
    assert row["median_order"] == (60 + 70) / 2


def test_service_lines_count_what_was_bought(firm):
    assert firm.clients["lines"]["service_lines"] == 2
    assert firm.clients["edges"]["service_lines"] is None


def test_tenure_counts_from_the_earlier_beginning_that_is_past(firm):
    found = {name: firm.clients[name]["tenure_days"] for name in firm.clients}

    assert found["since before"] == 500
    assert found["since later"] == 100
    assert found["since tomorrow"] == 100
    assert found["never"] == 20


def test_rows_are_counted(firm):
    assert firm.company["rows"] == {"orders": 39, "returns": 5, "cancelled": 1, "after_as_of": 1}


def test_windows_are_settings():
    judged = (
        Firm()
        .buys("a", 29, amount=1)
        .buys("a", 30, amount=10)
        .buys("a", 60, amount=100)
        .judged(Settings(window_days=30))
    )

    row = judged.clients["a"]
    assert part(row, "revenue_window", "revenue_previous", "revenue_earlier") == [1, 10, 100]


def test_without_a_day_the_last_order_is_the_day():
    judged = Firm().buys("a", 100).buys("b", 40, 7).judged(as_of=None)

    assert judged.company["as_of"] == day(7)
    assert judged.clients["b"]["days_since_last"] == 0


def test_orders_of_1900_are_history_too():
    judged = Firm().buys("old", date(1900, 1, 1)).buys("new", 5).judged()

    assert judged.clients["old"]["first_on"] == date(1900, 1, 1)
    assert judged.clients["old"]["days_since_last"] == (day(0) - date(1900, 1, 1)).days
