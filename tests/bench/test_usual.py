"""The usual ways of the back-test, on a history worked out by hand."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from bench.backtest.histories import History, Known, known_at
from bench.backtest.usual import as_last_time, recency, rfm

CUT = date(2022, 6, 30)
ROWS = [
    ("a", date(2022, 1, 10), "100.00"),
    ("a", date(2022, 6, 20), "30.00"),
    ("a", date(2022, 6, 20), "20.00"),
    ("a", date(2022, 6, 25), "-10.00"),
    ("a", date(2022, 7, 1), "70.00"),
    ("b", date(2022, 3, 1), "5.00"),
    ("b", date(2022, 12, 1), "5.00"),
    ("new", date(2022, 7, 2), "9.00"),
]


@pytest.fixture
def known() -> Known:
    client, day, amount = zip(*ROWS, strict=True)
    orders = pa.table(
        {
            "client_id": client,
            "ordered_on": pa.array(day, pa.date32()),
            "amount": pa.array([Decimal(each) for each in amount], pa.decimal128(18, 2)),
        }
    )
    return known_at(History("by hand", orders, (CUT,)), CUT)


def test_a_cut_shows_what_was_known_and_keeps_the_rest_for_later(known: Known) -> None:
    assert known.client.to_pylist() == ["a", "b"]
    assert known.days_since_last.tolist() == [10, 121]
    assert known.occasions.tolist() == [2, 1]
    assert known.money.tolist() == [140, 5]
    assert known.occasions_before.tolist() == [1, 0]
    assert known.money_before.tolist() == [40, 0]
    assert known.active.tolist() == [True, False]
    assert known.money_after.tolist() == [70, 0]


def test_the_usual_scores_are_higher_for_the_likelier(known: Known) -> None:
    assert as_last_time(known).tolist() == [1, 0]
    assert recency(known).tolist() == [-10, -121]
    assert rfm(known).tolist() == [12, 6]
