"""All the tables of one assessment, read into one connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from vernost.engine.io.errors import UnknownMapping
from vernost.engine.io.options import ReadOptions
from vernost.engine.io.reader import PathLike, Progress, read_table
from vernost.engine.io.result import ReadResult
from vernost.engine.tables import INPUTS

Paths = PathLike | Sequence[PathLike]


@dataclass(frozen=True)
class TablesRead:
    """The tables that were given, by name (orders, clients …); each is a view of that name in `connection`."""

    connection: duckdb.DuckDBPyConnection
    results: Mapping[str, ReadResult]

    def __getitem__(self, table: str) -> ReadResult:
        return self.results[table]

    def __contains__(self, table: str) -> bool:
        return table in self.results

    @property
    def bad_rows(self) -> int:
        return sum(result.bad_rows for result in self.results.values())


def read_tables(
    orders: Paths,
    *,
    clients: Paths | None = None,
    invoices: Paths | None = None,
    interactions: Paths | None = None,
    ratings: Paths | None = None,
    complaints: Paths | None = None,
    acts: Paths | None = None,
    costs: Paths | None = None,
    options: ReadOptions | Mapping[str, ReadOptions] | None = None,
    connection: duckdb.DuckDBPyConnection | None = None,
    on_progress: Progress | None = None,
) -> TablesRead:
    """Read the orders and whatever other tables there are.

    `options` hold for every table, or are given by table. In common options a mapping says which table it means
    ("invoices.amount") or else means the orders; encoding and separator are found anew for each file unless said.
    Raises a VernostDataError on bad input.
    """
    connection = connection or duckdb.connect()
    given: dict[str, Paths | None] = {
        "orders": orders, "clients": clients, "invoices": invoices, "interactions": interactions,
        "ratings": ratings, "complaints": complaints, "acts": acts, "costs": costs,
    }  # fmt: skip
    results = {
        table: read_table(
            path, INPUTS[table], _options_for(table, options), connection, on_progress=on_progress
        )
        for table, path in given.items()
        if path is not None
    }
    return TablesRead(connection, results)


def _options_for(table: str, options: ReadOptions | Mapping[str, ReadOptions] | None) -> ReadOptions:
    if options is None:
        return ReadOptions()
    if not isinstance(options, ReadOptions):
        return options.get(table, ReadOptions())
    mapping = {}
    for target, header in options.mapping.items():
        owner, _, column = target.rpartition(".")
        if (owner or "orders") not in INPUTS:
            raise UnknownMapping("unknown_table", table=owner, tables=list(INPUTS))
        if (owner or "orders") == table:
            mapping[column] = header
    return replace(options, mapping=mapping)
