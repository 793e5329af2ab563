"""Hand-made firms. Days are written as days before AS_OF, so that a history can be read and reckoned by eye.

The window is the days 0–364 before AS_OF, the previous one 365–729, the one before that 730–1094.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from vernost.engine import Assessment, Duck, Settings, Tables, assess
from vernost.engine.tables import INPUTS

AS_OF = date(2025, 12, 31)
TODAY = (AS_OF - date(1970, 1, 1)).days
_TYPES = {
    "id": pa.string(),
    "text": pa.string(),
    "code": pa.string(),
    "date": pa.date32(),
    "money": pa.float64(),
    "number": pa.float64(),
    "integer": pa.int32(),
    "boolean": pa.bool_(),
}

type Row = dict[str, Any]


def day(ago: int) -> date:
    """The date so many days before AS_OF; negative: after it."""
    return AS_OF - timedelta(days=ago)


@dataclass(frozen=True)
class Judged:
    """An assessment in plain rows: clients by id, signals by (client, code), money as floats."""

    clients: dict[Any, Row]
    signals: dict[tuple[Any, str], Row]
    company: dict[str, Any]
    inner: dict[str, Any]

    def codes(self, client: str) -> set[str]:
        return {code for who, code in self.signals if who == client}


class Firm:
    """Rows of every table; columns that nobody gave are not there at all."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)

    def buys(self, client: str, *agos: int | date, amount: float = 100.0, **columns: Any) -> "Firm":
        """One order on each of these days."""
        for ago in agos:
            self.add("orders", client, ordered_on=ago, amount=amount, **columns)
        return self

    def add(self, table: str, client: str, **columns: Any) -> "Firm":
        """One row; dates as days before AS_OF."""
        row = {
            name: day(value) if INPUTS[table][name].type == "date" and isinstance(value, int) else value
            for name, value in columns.items()
        }
        self.rows[table].append({"client_id": client, **row})
        return self

    def tables(self) -> dict[str, pa.Table]:
        return {name: table_of(name, rows) for name, rows in self.rows.items()}

    def judged(self, settings: Settings | None = None, as_of: date | None = AS_OF) -> Judged:
        return judge(self.tables(), settings, as_of)


def table_of(name: str, rows: list[Row]) -> pa.Table:
    """The rows as an Arrow table with the declared types."""
    given = {column for row in rows for column in row}
    columns = [column for column in INPUTS[name].columns if column.name in given]
    schema = pa.schema([(column.name, _TYPES[column.type]) for column in columns])
    return pa.Table.from_pylist(rows, schema=schema)


@contextmanager
def assessed(
    tables: dict[str, pa.Table], settings: Settings | None = None, as_of: date | None = AS_OF
) -> Iterator[Assessment]:
    given = Tables.of(**tables)
    try:
        yield assess(given, settings, as_of)
    finally:
        given.backend.close()


def judge(
    tables: dict[str, pa.Table], settings: Settings | None = None, as_of: date | None = AS_OF
) -> Judged:
    with assessed(tables, settings, as_of) as result:
        return Judged(
            {row["client_id"]: row for row in plain(result.clients.to_arrow())},
            {(row["client_id"], row["code"]): row for row in plain(result.signals.to_arrow())},
            result.company,
            result.inner,
        )


def plain(table: pa.Table) -> list[Row]:
    return [
        {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()}
        for row in table.to_pylist()
    ]


def after(step: Callable[[ir.Table], ir.Table], table: pa.Table) -> list[Row]:
    """Rows of what a step makes of one table, by client."""
    duck = Duck()
    try:
        rows = plain(duck.fetch(step(duck.put("given", table))))
    finally:
        duck.close()
    return sorted(rows, key=lambda row: str(row.get("client_id")))
