"""What reading one table gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from vernost.engine.io.folder import TemporaryFolder
from vernost.engine.io.header import Match
from vernost.engine.io.rejected import write_rejected
from vernost.engine.io.source import Source
from vernost.engine.tables import TableSpec


@dataclass(frozen=True)
class BadCell:
    """One cell that cannot be read. `row` is its number in the file, as a spreadsheet shows it; `expected`: a code."""

    file: str
    row: int
    column: str
    header: str
    value: str
    expected: str


@dataclass(frozen=True)
class FileRead:
    """One file as it was understood."""

    source: Source
    columns: tuple[Match, ...]
    table: str
    rows: int
    bad: int


@dataclass(frozen=True)
class ReadResult:
    """A clean table in DuckDB and how it came about.

    `table` is a view in `connection` with every column of `spec` (NULL where no file has it), rows in the files' order.
    `present`: columns that some file has. `date_orders`, `decimal_marks`: by column, where they had to be found out.
    `first_bad`: the bad cells of the first 20 bad rows; `bad_rows` counts all bad rows, which are not in the table.
    """

    spec: TableSpec
    connection: duckdb.DuckDBPyConnection
    table: str
    rows: int
    bad_rows: int
    files: tuple[FileRead, ...]
    present: frozenset[str]
    date_orders: Mapping[str, str]
    decimal_marks: Mapping[str, str]
    first_bad: tuple[BadCell, ...] = ()
    temporary: TemporaryFolder | None = field(default=None, repr=False)

    @property
    def relation(self) -> duckdb.DuckDBPyRelation:
        return self.connection.table(self.table)

    def arrow(self) -> pa.Table:
        """The clean rows as an Arrow table."""
        return self.relation.to_arrow_table()

    def write_rejected(self, path: Path) -> int:
        """Write every bad row with its original cells, its place and the reason to a CSV; returns how many."""
        return write_rejected(self.connection, self.files, path)
