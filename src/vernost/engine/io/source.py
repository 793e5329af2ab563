"""A file of any kind -> something DuckDB selects from, with the file's own headers and row numbers."""

import gzip
import shutil
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import duckdb

from vernost.engine.io.delimiter import Layout, find_layout
from vernost.engine.io.encoding import (
    check_encoding,
    check_utf8,
    find_encoding,
    line_at,
    rewrite_as_utf8,
    scan,
)
from vernost.engine.io.errors import UnreadableFile
from vernost.engine.io.header import score_headers
from vernost.engine.io.normal import is_totals, text_rows, write_normal
from vernost.engine.io.options import ReadOptions
from vernost.engine.io.spreadsheet import looks_ahead, open_sheet
from vernost.engine.io.sql import literal, name
from vernost.engine.tables import TableSpec

Kind = Literal["text", "excel", "parquet"]
_TAIL = 1 << 14


@dataclass(frozen=True)
class CsvFile:
    """A plain CSV and how DuckDB is to read it."""

    path: Path
    width: int
    separator: str = ","
    newline: str = "\\n"
    skip: int = 0

    def sql(self, types: Mapping[int, str] | None = None) -> str:
        """What goes after FROM; column i is c<i>, text unless `types` says otherwise."""
        types = types or {}
        columns = ", ".join(f"'c{place}': '{types.get(place, 'VARCHAR')}'" for place in range(self.width))
        return (
            f"read_csv({literal(str(self.path))}, auto_detect=false, header=false, skip={self.skip}, "
            f"delim={literal(self.separator)}, quote='\"', escape='\"', new_line='{self.newline}', "
            f"compression='none', columns={{{columns}}})"
        )


@dataclass(frozen=True)
class Source:
    """One opened file. `relation` goes after FROM; column i is c<i>; `typed`: DuckDB types where they are not text."""

    shown: str
    kind: Kind
    relation: str
    headers: tuple[str, ...]
    first_row: int
    numbered: bool = False
    sample: tuple[tuple[str, ...], ...] = ()
    typed: Mapping[int, str] = field(default_factory=dict)
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    totals: tuple[int, ...] = ()
    slow: "SlowRoad | None" = None


@dataclass(frozen=True)
class SlowRoad:
    """What is needed to read a text the careful way after DuckDB has refused it."""

    text: Path
    layout: Layout
    folder: Path
    csv: CsvFile


def open_source(
    path: Path, spec: TableSpec, options: ReadOptions, folder: Path, connection: duckdb.DuckDBPyConnection
) -> Source:
    """Open a file of any kind; `folder` is an empty one for temporary files. UnreadableFile when it cannot be."""
    shown = str(path)
    _check_there(path, shown)
    head = _head(path, shown)
    if head.startswith(b"\x1f\x8b"):
        path, head = _unpack(path, folder / "unpacked", shown)
    if not head:
        raise UnreadableFile("empty_file", file=shown)
    if head.startswith(b"PAR1"):
        return _parquet(path, shown, folder, connection)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return _excel(path, spec, options, folder, shown)
    return _text(path, head, spec, options, folder, shown)


def with_types(source: Source, types: Mapping[int, str]) -> Source:
    """The same text with some columns parsed by DuckDB's own reader: fastest, but one odd cell is an error."""
    if source.slow is None:
        return source
    return replace(source, relation=source.slow.csv.sql(types), typed=dict(types))


def careful(source: Source) -> Source:
    """The same text read the careful way (row by row, in Python), for files that DuckDB refuses."""
    slow = source.slow
    if slow is None:
        return source
    check_utf8(slow.text, source.shown)
    rows = text_rows(slow.text, slow.layout.separator, source.shown)
    width = len(slow.layout.header)
    normal = write_normal(rows, slow.layout.header_row, width, slow.folder / "normal.csv")
    return Source(
        source.shown,
        "text",
        CsvFile(normal.path, width + 2).sql(),
        source.headers,
        1,
        True,
        source.sample,
        encoding=source.encoding,
        separator=source.separator,
        totals=normal.totals,
    )


def _check_there(path: Path, shown: str) -> None:
    if path.is_dir():
        raise UnreadableFile("is_directory", file=shown)
    if not path.exists():
        raise UnreadableFile("not_found", file=shown)


def _head(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1 << 16)
    except OSError as error:
        raise UnreadableFile("not_permitted", file=shown, reason=error.strerror or "") from None


def _unpack(path: Path, target: Path, shown: str) -> tuple[Path, bytes]:
    try:
        with gzip.open(path, "rb") as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out, 1 << 20)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile("broken_archive", file=shown, reason=str(error)) from None
    return target, _head(target, shown)


def _parquet(path: Path, shown: str, folder: Path, connection: duckdb.DuckDBPyConnection) -> Source:
    relation = f"read_parquet({literal(str(_plain_name(path, folder, 'parquet')))})"
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
    except duckdb.Error as error:
        raise UnreadableFile("not_a_table", file=shown, reason=str(error).splitlines()[0][:200]) from None
    headers = tuple(row[0] for row in described)
    renamed = ", ".join(f"{name(header)} AS c{place}" for place, header in enumerate(headers))
    typed = {place: str(row[1]) for place, row in enumerate(described)}
    return Source(shown, "parquet", f"(SELECT {renamed} FROM {relation})", headers, 1, typed=typed)


def _excel(path: Path, spec: TableSpec, options: ReadOptions, folder: Path, shown: str) -> Source:
    sheet, rows, header = open_sheet(
        path, lambda cells: score_headers(spec, cells, options.mapping), options.sheet, shown
    )
    headers = _headers(rows[header])
    normal = write_normal(enumerate(rows, 1), header + 1, len(headers), folder / "normal.csv")
    relation = CsvFile(normal.path, len(headers) + 2).sql()
    return Source(
        shown,
        "excel",
        relation,
        headers,
        1,
        True,
        looks_ahead(rows, header),
        sheet=sheet,
        totals=normal.totals,
    )


def _text(path: Path, head: bytes, spec: TableSpec, options: ReadOptions, folder: Path, shown: str) -> Source:
    facts = scan(path)
    encoding = check_encoding(options.encoding) if options.encoding else find_encoding(head, facts)
    text = path
    if encoding not in ("utf-8", "utf-8-sig", "ascii"):
        text = folder / "text.csv"
        rewrite_as_utf8(path, text, encoding, shown)
        facts = scan(text)
    elif not facts.utf8:
        check_utf8(path, shown)
    if facts.nul_at is not None:
        raise UnreadableFile("nul_bytes", file=shown, line=line_at(text, facts.nul_at))
    if options.separator is not None and (len(options.separator) != 1 or options.separator in '"\r\n\0'):
        raise UnreadableFile("unknown_separator", separator=options.separator)
    layout = find_layout(text, lambda cells: score_headers(spec, cells, options.mapping), options.separator)
    if layout is None:
        raise UnreadableFile("empty_file", file=shown)
    header = _headers(layout.header)
    layout = Layout(layout.separator, header, layout.header_row, layout.header_line, layout.sample)
    csv = CsvFile(_plain_name(text, folder, "csv"), len(header), layout.separator, facts.newline, 1)
    source = Source(
        shown,
        "text",
        csv.sql(),
        header,
        2,
        False,
        layout.sample,
        encoding=encoding,
        separator=layout.separator,
        slow=SlowRoad(text, layout, folder, csv),
    )
    plain = layout.header_line == 1 and not facts.empty_lines and not _ends_in_totals(text, layout.separator)
    return source if plain else careful(source)


def _headers(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)


def _ends_in_totals(path: Path, separator: str) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        lines = file.read().decode("utf-8", errors="replace").splitlines()
    return any(is_totals([cell.strip('" ') for cell in line.split(separator)]) for line in lines[-10:])


def _plain_name(path: Path, folder: Path, ending: str) -> Path:
    """DuckDB expands * ? [ in a path even when a file is called so: give such a file a plain second name."""
    if not any(char in str(path) for char in "*?[]"):
        return path
    link = folder / f"linked.{ending}"
    try:
        link.symlink_to(path.absolute())
    except OSError:
        shutil.copyfile(path, link)
    return link
