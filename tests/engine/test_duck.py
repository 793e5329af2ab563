"""DuckDB behind the seam: it works while we go on, keeps no column of nothing, and tells its errors."""

from collections.abc import Iterator

import duckdb
import ibis
import pyarrow as pa
import pytest
from ibis import _

from vernost.engine import Duck
from vernost.engine.constant import constants

ROWS = pa.table({"client_id": ["a", "b", "c"], "n": pa.array([1, 2, 3], pa.int64())})


@pytest.fixture
def duck() -> Iterator[Duck]:
    engine = Duck()
    yield engine
    engine.close()


def test_columns_alike_for_everybody_are_there_though_not_stored(duck: Duck) -> None:
    given = duck.put("given", ROWS).mutate(owner=ibis.null("string"), part=ibis.literal(0.5))
    stage = duck.store("stage", given.filter(_.n > 1).mutate(twice=_.n * 2).drop("n"))

    assert duck.fetch(stage.order_by("client_id")).to_pylist() == [
        {"client_id": "b", "owner": None, "part": 0.5, "twice": 4},
        {"client_id": "c", "owner": None, "part": 0.5, "twice": 6},
    ]
    assert stage.columns == ("client_id", "owner", "part", "twice")
    kept = duck.connection.execute("SELECT column_name FROM (DESCRIBE stage_rest)").fetchall()
    assert kept == [("client_id",), ("twice",)]


def test_what_a_join_may_leave_empty_is_no_constant(duck: Duck) -> None:
    all_of_them = duck.put("all_of_them", ROWS).mutate(here=ibis.literal(True))
    some = all_of_them.filter(_.n > 1).select("client_id", known=ibis.literal(1))
    joined = all_of_them.left_join(some, "client_id").select(all_of_them, some.known)

    assert set(constants(joined)) == {"here"}
    stage = duck.store("stage", joined)
    assert duck.fetch(stage.order_by("client_id"))["known"].to_pylist() == [None, 1, 1]


def test_stages_come_in_the_order_in_which_they_were_told(duck: Duck) -> None:
    stage = duck.put("given", ROWS)
    for _step in range(20):
        stage = duck.store("stage", stage.mutate(n=_.n + 1))

    assert sorted(duck.fetch(stage)["n"].to_pylist()) == [21, 22, 23]


def test_an_error_in_a_stage_comes_with_the_next_question(duck: Duck) -> None:
    given = duck.put("given", ROWS)
    duck.store("first", ibis.table({"n": "int64"}, name="nobody_made_this"))
    stage = duck.store("second", given.mutate(n=_.n + 1))

    with pytest.raises(duckdb.Error, match="nobody_made_this"):
        duck.fetch(stage)
    duck.settle()


def test_a_dropped_stage_leaves_nothing(duck: Duck) -> None:
    duck.store("stage", duck.put("given", ROWS).mutate(owner=ibis.null("string")))

    duck.drop("stage", "nobody_knows_this")

    left = duck.connection.execute("SELECT table_name FROM information_schema.tables").fetchall()
    assert [name for (name,) in left if name.startswith("stage")] == []


def test_sums_of_integers_stay_integers_also_over_windows(duck: Duck) -> None:
    table = duck.put("given", ROWS)
    running = table.n.sum().over(ibis.cumulative_window(order_by="client_id"))
    stage = duck.store("stage", table.mutate(running=running, all=table.n.sum()))

    described = duck.connection.execute("SELECT column_type FROM (DESCRIBE stage)").fetchall()
    assert [kind for (kind,) in described] == ["VARCHAR", "BIGINT", "BIGINT", "BIGINT"]
    assert sorted(duck.fetch(stage)["running"].to_pylist()) == [1, 3, 6]
