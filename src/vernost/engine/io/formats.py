"""How days and numbers are written in the columns of a table, by the evidence of all its files together."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from vernost.engine.io import dates, numbers
from vernost.engine.io.dates import DateFacts, Order
from vernost.engine.io.errors import AmbiguousDates, AmbiguousNumbers
from vernost.engine.io.header import Match
from vernost.engine.io.numbers import Mark, NumberFacts
from vernost.engine.io.options import ReadOptions
from vernost.engine.io.parse import NUMERIC, Formats
from vernost.engine.io.source import Source
from vernost.engine.io.words import EMPTY
from vernost.engine.tables import TableSpec

Opened = tuple[Source, Sequence[Match]]


@dataclass
class _Evidence:
    """Facts of one column and the place to name in an error."""

    dates: DateFacts
    numbers: NumberFacts
    file: str
    header: str


def not_plain(spec: TableSpec, opened: Sequence[Opened]) -> set[str]:
    """Columns of days and numbers that the first rows show not to be ISO days or plain numbers."""
    found = set()
    for source, matches in opened:
        for match in matches:
            check = dates.is_plain if spec[match.column].type == "date" else numbers.is_plain
            if spec[match.column].type not in ("date", *NUMERIC):
                continue
            for cell in match.cells:
                texts = (row[cell] for row in source.sample if cell < len(row))
                if not all(
                    check(text) for text in texts if text.strip().lower() not in EMPTY and text.strip()
                ):
                    found.add(match.column)
    return found


def decide(
    spec: TableSpec,
    opened: Sequence[Opened],
    columns: set[str],
    options: ReadOptions,
    connection: duckdb.DuckDBPyConnection,
) -> Formats:
    """Order of days and decimal mark of each of `columns`. AmbiguousDates or AmbiguousNumbers where nothing tells."""
    evidence: dict[str, _Evidence] = {}
    for source, matches in opened:
        for match in matches:
            if match.column in columns:
                _add(evidence, spec, source, match, connection)
    every_date = sum((found.dates for found in evidence.values()), DateFacts())
    orders: dict[str, Order] = {}
    marks: dict[str, Mark] = {}
    for column, found in evidence.items():
        if spec[column].type == "date":
            orders[column] = _order(column, found, every_date, options)
        else:
            marks[column] = _mark(column, found, options)
    return Formats(orders, marks)


def _add(
    evidence: dict[str, _Evidence],
    spec: TableSpec,
    source: Source,
    match: Match,
    connection: duckdb.DuckDBPyConnection,
) -> None:
    for cell, header in zip(match.cells, match.headers, strict=True):
        found = evidence.setdefault(match.column, _Evidence(DateFacts(), NumberFacts(), source.shown, header))
        if source.typed.get(cell, "VARCHAR") != "VARCHAR":
            continue
        days = spec[match.column].type == "date"
        aggregates = (dates.facts_sql if days else numbers.facts_sql)(f"c{cell}")
        row = connection.execute(f"SELECT {', '.join(aggregates)} FROM {source.relation}").fetchone()
        if row is None:
            continue
        if row[3] is not None and found.dates.example is None and found.numbers.example is None:
            found.file, found.header = source.shown, header
        if days:
            found.dates += DateFacts(*row)
        else:
            found.numbers += NumberFacts(*row)


def _order(column: str, found: _Evidence, every: DateFacts, options: ReadOptions) -> Order:
    if options.date_order != "auto":
        return options.date_order
    order = dates.decide_order(found.dates, every)
    if order is None:
        code = "mixed_dates" if found.dates.day_first else "ambiguous_dates"
        raise AmbiguousDates(
            code, file=found.file, column=column, header=found.header, example=found.dates.example
        )
    return order


def _mark(column: str, found: _Evidence, options: ReadOptions) -> Mark:
    mark = numbers.decide_mark(found.numbers, options.decimal)
    if mark is None:
        raise AmbiguousNumbers(
            "ambiguous_numbers",
            file=found.file,
            column=column,
            header=found.header,
            example=found.numbers.example,
        )
    return mark
