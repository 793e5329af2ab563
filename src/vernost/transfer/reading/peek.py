"""The first look into a file: its headers and a few rows, before anybody has said what it is."""

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from vernost.engine.io import ReadOptions
from vernost.engine.io.errors import UnreadableFile
from vernost.engine.io.source import Source, careful, open_source
from vernost.engine.tables import TableSpec
from vernost.transfer.kinds import KINDS
from vernost.transfer.reading.guess import names_of_column

MOST_UNPACKED = 4 << 30
_LOOKED_AT = 200
# Every column of every kind, so that the row of headers is found whatever the file holds.
_ANYTHING = TableSpec(
    "anything",
    "Any kind of file.",
    tuple({column.name: column for kind in KINDS.values() for column in kind.spec.columns}.values()),
)


@dataclass(frozen=True)
class Peek:
    """`rows` are the first ones as text. `encoding`, `separator`, `sheet` as found, where the kind of file has them."""

    headers: list[str]
    rows: list[list[str]]
    encoding: str | None
    separator: str | None
    sheet: str | None


def peek(path: Path, shown: str) -> Peek:
    """Raises UnreadableFile, which names the file `shown`."""
    _refuse_bomb(path, shown)
    # The opener reads of a mapping only the headers that it names: all that we know.
    known = {
        f"{kind.name}.{column}": " * ".join(names_of_column(kind, column))
        for kind in KINDS.values()
        for column in kind.spec.names
    }
    connection = duckdb.connect()
    try:
        with TemporaryDirectory(prefix="vernost-") as folder:
            options = ReadOptions(mapping=known)
            source = open_source(path, _ANYTHING, options, Path(folder), connection)
            rows = _rows(connection, source)
    except UnreadableFile as error:
        raise UnreadableFile(error.code, **{**error.details, "file": shown}) from None
    except duckdb.Error as error:
        reason = str(error).splitlines()[0][:200]
        raise UnreadableFile("not_understood", file=shown, reason=reason) from None
    finally:
        connection.close()
    return Peek(list(source.headers), rows, source.encoding, source.separator, source.sheet)


def _rows(connection: duckdb.DuckDBPyConnection, source: Source) -> list[list[str]]:
    width = len(source.headers)
    cells = ", ".join(f"CAST(c{place} AS VARCHAR)" for place in range(width)) or "NULL"
    query = "SELECT {} FROM {} LIMIT {}"
    try:
        found = connection.execute(query.format(cells, source.relation, _LOOKED_AT)).fetchall()
    except duckdb.Error:
        found = connection.execute(query.format(cells, careful(source).relation, _LOOKED_AT)).fetchall()
    return [[cell or "" for cell in row] for row in found]


def _refuse_bomb(path: Path, shown: str) -> None:
    """A small archive must not fill the disk."""
    with path.open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            return
    size = 0
    try:
        with gzip.open(path, "rb") as packed:
            while piece := packed.read(1 << 20):
                size += len(piece)
                if size > MOST_UNPACKED:
                    raise UnreadableFile("too_large_unpacked", file=shown)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile("broken_archive", file=shown, reason=str(error)) from None
