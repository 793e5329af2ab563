"""What we write and what Ibis's own compiler writes: DuckDB finds the same rows by both, of the same types."""

from collections.abc import Iterator
from datetime import date

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from ibis import _

from vernost.engine import Duck, Settings, Tables, assess, compiling, simulate
from vernost.engine.steps import prepare
from vernost.engine.steps.basics import mad
from vernost.engine.tables import INPUTS
from vernost.engine.writing import Unwritten, written

ROWS = pa.table(
    {
        "s": ["a", "b", None, "o'b", "a", "b"],
        "i": pa.array([3, -4, 5, None, 7, 7], pa.int32()),
        "l": pa.array([10, 20, None, -40, 50, 60], pa.int64()),
        "f": pa.array([0.5, -1.5, 2.5, None, 1e3, 3.0]),
        "p": pa.array([0.5, 1.5, 2.5, 4.0, 1e3, 3.0]),
        "b": [True, False, None, True, None, True],
        "d": [date(2024, 2, 29), date(1969, 12, 31), None, date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 3)],
        "m": pa.array([1, 2, 3, 4, None, 6], pa.decimal128(10, 2)),
    }
)  # fmt: skip
GIVEN = ibis.table(ibis.Schema.from_pyarrow(ROWS.schema), name="given")
OF_CLIENT = ibis.window(group_by="s", order_by=["d", "l"])

VALUES: dict[str, ir.Value] = {
    "whole": ibis.literal(-7),
    "part": ibis.literal(66.66666666666667) * GIVEN.f,
    "text": ibis.literal("a'b"),
    "nothing": ibis.null("int32"),
    "day": ibis.literal(date(1970, 1, 2)),
    "days": prepare.day_of(GIVEN.d),
    "date": prepare.date_of(GIVEN.i),
    "cents": prepare.cents_of(GIVEN.m, 1.5),
    "round": _.f.round(),
    "floor": (_.l / 7).floor(),
    "ceil": _.f.ceil(),
    "clip": _.i.clip(lower=1, upper=5),
    "clip_above": (_.f * 2).clip(upper=1.0),
    "least": ibis.least(_.i, 5),
    "greatest": ibis.greatest(_.l, 0),
    "in": _.s.isin(("a", "o'b")),
    "nullif": _.i.nullif(7),
    "coalesce": ibis.coalesce(_.i, _.l, 0),
    "fill": _.f.fill_null(0.0),
    "if": ibis.ifelse(_.b, 1, 0),
    "cases": ibis.cases((_.i > 3, "a"), (_.i > 0, "b"), else_="c"),
    "joined": GIVEN.s + "," + GIVEN.s,
    "rest": _.s.substr(1),
    "nan": _.f.isnan() | _.f.isinf(),
    "negative": -GIVEN.f,
    "not": ~_.b,
    "and": _.b & (_.i > 3) | (_.l < 0),
    "reckoned": (_.i - (_.l - 3)) * (_.f + 1) / 2 % 5,
    "functions": _.p.exp().fill_null(0.0) + _.p.sqrt() + _.p.ln() + _.i.abs(),
    "compared": (_.i >= 5) | (_.i <= 3) | (_.s != "a") | (_.s == "b") | _.i.isnull() | _.f.notnull(),
    "cast": _.b.cast("float64") + _.i.cast("float64"),
    "money": _.f.cast("decimal(18, 2)"),
    "written": _.i.cast("string"),
    "number": ibis.row_number().over(OF_CLIENT),
    "rank": ibis.rank().over(ibis.window(order_by=ibis.desc("p"))),
    "not_below": ibis.cume_dist().over(ibis.window(order_by=ibis.desc("i"))),
    "before": _.l.lag().over(OF_CLIENT),
    "all": _.count().over(ibis.window(group_by="s")),
    "running": _.l.sum().over(ibis.cumulative_window(order_by=[ibis.desc("p"), "s"])),
    "year": _.count().over(ibis.range_window(group_by="s", order_by="p", preceding=364, following=0)),
    "last_three": _.f.sum().over(ibis.window(group_by="s", order_by="p", preceding=2, following=0)),
    "most": _.i.max(where=_.b).over(ibis.window(group_by="s")),
}  # fmt: skip
SUMS: dict[str, ir.Value] = {
    "holds": _.b.sum(),
    "how_often": _.b.sum(where=_.i > 3).fill_null(0),
    "whole": _.i.sum(where=_.b),
    "part": _.f.sum(),
    "mean": _.f.mean(where=_.b),
    "ends": _.i.max() - _.i.min(),
    "rows": _.count(where=_.b) + _.count() + _.i.count(),
    "different": _.l.nunique(),
    "middle": _.i.median(),
    "off": mad(_.i),
    "together": _.p.corr(_.l, how="pop"),
    "any": _.b.any(),
}
SOME = GIVEN.filter(_.i > 3).select("s", "i")
BY_S = GIVEN.group_by("s").aggregate(x=_.i.sum())
TABLES: dict[str, ir.Table] = {
    "bare": GIVEN,
    "changed": GIVEN.filter(_.i > 3).mutate(i=_.i + 1, more=_.l),
    "left": SOME.left_join(BY_S, "s").select(SOME, BY_S.x),
    "inner": SOME.inner_join(BY_S, ["s"]).mutate(twice=_.x * 2),
    "outer": SOME.outer_join(BY_S, "s").group_by(a=SOME.s, b=BY_S.s).aggregate(n=_.count()),
    "semi": GIVEN.semi_join(SOME, "s"),
    "anti": GIVEN.anti_join(SOME, "s"),
    "twice_used": ibis.union(SOME, SOME.mutate(i=(_.i * 2).cast("int32"))),
    "once": ibis.union(SOME.select("s"), BY_S.select("s"), distinct=True),
    "different": SOME.distinct(),
    "first": GIVEN.select("i", "l").order_by(ibis.desc("i"), "l").limit(3),
    "less": GIVEN.drop("f", "p"),
    "one_row": GIVEN.aggregate(rows=GIVEN.count(), repeated=GIVEN.count() - GIVEN.s.nunique()),
}


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.register("given", ROWS)
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[str], list[str]]:
    found = connection.sql(sql)
    return found.columns, list(map(str, found.types)), sorted(map(repr, found.fetchall()))


def expressions() -> Iterator[tuple[str, ir.Table]]:
    yield from TABLES.items()
    for name, value in VALUES.items():
        yield f"value {name}", GIVEN.select(found=value)
    for name, value in SUMS.items():
        yield f"sum {name}", GIVEN.group_by("s").aggregate(found=value)


@pytest.mark.parametrize("expression", [pytest.param(one, id=name) for name, one in expressions()])
def test_the_same_rows_as_by_the_compiler_of_ibis(connection, expression):
    assert rows(connection, written(expression)) == rows(connection, compiling.sql(expression))


def test_what_is_not_known_is_refused_and_compiled_by_ibis():
    duck = Duck()
    try:
        strange = duck.put("given", ROWS).select(found=_.s.upper()).order_by("found").limit(1)
        with pytest.raises(Unwritten, match="Uppercase"):
            written(strange)
        assert duck.fetch(strange).to_pylist() == [{"found": "A"}]
    finally:
        duck.close()


def test_every_step_is_written_by_us(monkeypatch):
    def refuse(expression):
        raise AssertionError(f"not written: {expression}")

    monkeypatch.setattr(compiling, "sql", refuse)
    firm = simulate.simulate(60, 1, profile=simulate.FIRM)
    result = assess(
        Tables.of(**{name: table for name, table in firm.tables.items() if name in INPUTS}),
        Settings(hourly_rate=50.0),
    )

    assert result.company["totals"]["clients"] >= 60
