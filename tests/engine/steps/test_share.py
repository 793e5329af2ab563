import pyarrow as pa
import pytest

from tests.engine.cast import Row, plain
from vernost.engine import Duck, Settings
from vernost.engine.steps import facts, place
from vernost.engine.steps.share import share

COLUMNS = ("occasions", "occasions_window", "revenue_window", "cost", "cost_window", "first_day")


def shared(revenue: dict[str, int | None], settings: Settings | None = None) -> dict[str, Row]:
    """Buyers with this revenue of the window; None: never bought."""
    schema = pa.schema([("client_id", pa.string()), *[(name, pa.int64()) for name in COLUMNS]])
    rows = [
        {
            "client_id": client,
            "occasions": 0 if cents is None else 1,
            "occasions_window": 0 if cents is None else 1,
            "revenue_window": cents,
        }
        for client, cents in revenue.items()
    ]
    duck = Duck()
    try:
        history = duck.put("history", pa.Table.from_pylist(rows, schema=schema))
        whole = place.whole(duck, history)
        known = facts.attach(history, place.places(history, whole), place.COLUMNS)
        found = plain(duck.fetch(share(known, whole, settings or Settings())))
    finally:
        duck.close()
    return {row["client_id"]: row for row in found}


def test_share_rank_and_class():
    # 100 together: 50, 80, 90, 96, 100 from the largest on.
    found = shared({"e": 4, "c": 10, "a": 50, "d": 6, "b": 30})

    assert {client: row["share"] for client, row in found.items()} == {
        "a": 0.50, "b": 0.30, "c": 0.10, "d": 0.06, "e": 0.04,
    }  # fmt: skip
    assert {client: row["revenue_rank"] for client, row in found.items()} == {
        "a": 1,
        "b": 2,
        "c": 3,
        "d": 4,
        "e": 5,
    }
    # Who crosses the line still belongs to the class: d stands at 90 and takes it to 96.
    assert {client: row["abc"] for client, row in found.items()} == {
        "a": "A",
        "b": "A",
        "c": "B",
        "d": "B",
        "e": "C",
    }


def test_one_who_gives_nearly_everything_is_class_a_alone():
    found = shared({"a": 96, "b": 3, "c": 1})

    assert {client: row["abc"] for client, row in found.items()} == {"a": "A", "b": "C", "c": "C"}


def test_equal_revenue_shares_a_place():
    found = shared({"a": 30, "b": 30, "c": 40, "d": 0})

    assert {client: row["revenue_rank"] for client, row in found.items()} == {"c": 1, "a": 2, "b": 2, "d": 4}


def test_returns_beyond_purchases_count_as_nothing_in_the_whole():
    found = shared({"a": 75, "b": 25, "owed": -50, "never": None})

    assert {client: row["share"] for client, row in found.items()} == {
        "a": 0.75,
        "b": 0.25,
        "owed": 0.0,
        "never": 0.0,
    }
    assert found["owed"]["abc"] == found["never"]["abc"] == "C"


@pytest.mark.parametrize("revenue", [{"a": 0, "b": None}, {"a": -10}])
def test_no_revenue_no_share(revenue):
    found = shared(revenue)

    assert {row["share"] for row in found.values()} == {None}
    assert {row["abc"] for row in found.values()} == {"C"}


def test_classes_are_settings():
    found = shared({"a": 50, "b": 30, "c": 20}, Settings(abc_a=0.5, abc_b=0.5))

    assert {client: row["abc"] for client, row in found.items()} == {"a": "A", "b": "C", "c": "C"}
