"""The chance of a purchase soon: what was known then, what is learnt from it, and the same line for every client."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from scipy.special import expit, logit

from vernost.engine import Duck, Settings, Tables, assess
from vernost.engine.outlook.chance import Line
from vernost.engine.steps import chance

TODAY = date(2025, 12, 31)


@pytest.fixture
def duck() -> Iterator[Duck]:
    engine = Duck()
    yield engine
    engine.close()


def test_what_was_known_on_an_earlier_day_and_who_bought_since(duck: Duck) -> None:
    days = pa.table(
        {
            "client_id": ["a", "a", "a", "b", "b", "late", "returns"],
            "day": pa.array([10, 40, 90, 20, 50, 51, 30], pa.int32()),
            "bought": pa.array([100, 300, 900, 50, 70, 10, 0], pa.int64()),
        }
    )

    found = duck.fetch(chance.known_at(duck.put("days", days), 50)).sort_by("client_id").to_pylist()

    a = {"occasions": 2, "first_day": 10, "last_day": 40, "bought": 400, "again": True}
    b = {"occasions": 2, "first_day": 20, "last_day": 50, "bought": 120, "again": False}
    assert found == [{"client_id": "a", **a}, {"client_id": "b", **b}]


def test_the_line_is_applied_as_it_was_learnt(duck: Duck) -> None:
    rows = {
        "p_order": [0.2, 0.9, 1.0],
        "bought": [600, 100, 5],
        "occasions": [3, 1, 5],
        "days_since_last": [7, 0, 90],
    }
    slopes = np.array([0.1, 0.5, -0.3, 0.2])

    found = duck.fetch(chance.chance(duck.put("rows", pa.table(rows)), Line(-2.0, slopes)))

    seen = np.array([[logit(0.2), np.log(200), np.log(8), np.log(3)], [logit(0.9), np.log(100), 0, 0]])
    expected = expit(-2.0 + seen[:, 0] + seen @ slopes)
    assert found["p_order"].to_pylist()[:2] == pytest.approx(expected)
    assert 0 < found["p_order"][2].as_py() < 1


def orders(clients: int, amount_of_who_stays: float) -> pa.Table:
    """Two years of orders every 40 days; in the last 90 days only every second client goes on."""
    rows = [
        (f"{client:03}", TODAY - timedelta(days=ago), amount_of_who_stays if client % 2 else 10.0)
        for client in range(clients)
        for ago in range(5 + client % 30, 730, 40)
        if client % 2 or ago > 90
    ]
    client, day, amount = zip(*rows, strict=True)
    return pa.table({"client_id": client, "ordered_on": pa.array(day, pa.date32()), "amount": amount})


def p_order(table: pa.Table, as_of: date = TODAY) -> dict[str, float | None]:
    given = Tables.of(orders=table)
    try:
        rows = assess(given, Settings(), as_of).clients.to_arrow()
    finally:
        given.backend.close()
    return dict(zip(rows["client_id"].to_pylist(), rows["p_order"].to_pylist(), strict=True))


def test_who_buys_for_much_is_expected_again_where_such_clients_stayed() -> None:
    same, told = p_order(orders(60, 10.0)), p_order(orders(60, 1000.0))
    assert told["001"] > same["001"] > same["000"] > told["000"]


def test_what_comes_later_changes_nothing() -> None:
    table, cut = orders(40, 100.0), TODAY - timedelta(days=100)
    before = table.filter(pc.less_equal(table["ordered_on"], pa.scalar(cut)))
    assert p_order(table, cut) == p_order(before, cut)


def test_a_firm_too_small_for_an_outlook_has_no_chance_and_a_young_one_the_model_s_own() -> None:
    assert set(p_order(orders(9, 100.0)).values()) == {None}
    young = orders(40, 100.0)
    young = young.filter(pc.greater(young["ordered_on"], pa.scalar(TODAY - timedelta(days=80))))
    assert all(0 < value < 1 for value in p_order(young).values())
