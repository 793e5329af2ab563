"""Read files of any kind into one clean table of a declared shape."""

import glob
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import duckdb

from vernost.engine.io.errors import BadRows, UnreadableFile
from vernost.engine.io.folder import TemporaryFolder
from vernost.engine.io.formats import decide, not_plain
from vernost.engine.io.header import Match, find_columns
from vernost.engine.io.options import ReadOptions
from vernost.engine.io.parse import DUCKDB_TYPES, Formats, quick_types, select_sql
from vernost.engine.io.result import BadCell, FileRead, ReadResult
from vernost.engine.io.source import Source, careful, open_source, with_types
from vernost.engine.io.sql import name
from vernost.engine.tables import TableSpec

PathLike = str | Path
Progress = Callable[[str, float], None]
FIRST_BAD = 20


def read_table(
    path: PathLike | Sequence[PathLike],
    spec: TableSpec,
    options: ReadOptions | None = None,
    connection: duckdb.DuckDBPyConnection | None = None,
    *,
    table: str | None = None,
    on_progress: Progress | None = None,
) -> ReadResult:
    """Read one file, several, or a pattern ("2024-*.csv") into a view called `table` (the spec's name unless said).

    Every kind of table is read alike; only `spec` tells them apart. Raises a VernostDataError and nothing else on
    bad input: BadRows when rows cannot be read and `options.skip_bad_rows` is not set.
    `on_progress` gets (table, 0 … 1).
    """
    options = options or ReadOptions()
    connection = connection or duckdb.connect()
    reading = _Reading(
        spec, options, connection, table or spec.name, on_progress or (lambda table, share: None)
    )
    paths = expand(path)
    before = connection.execute("SELECT current_setting('preserve_insertion_order')").fetchone()
    # A row's place in the table is its place in the file.
    connection.execute("SET preserve_insertion_order = true")
    try:
        return reading.run(paths)
    except duckdb.Error as error:
        raise UnreadableFile("not_understood", file=str(paths[0]), reason=_first_line(error)) from error
    finally:
        if before and not before[0]:
            connection.execute("SET preserve_insertion_order = false")


def expand(path: PathLike | Sequence[PathLike]) -> list[Path]:
    """The files meant, patterns expanded in the order of their names."""
    found: list[Path] = []
    for one in [path] if isinstance(path, str | Path) else path:
        text = str(one)
        if "\0" in text:
            raise UnreadableFile("not_found", file=text.replace("\0", "\\0"))
        matches = [] if Path(text).exists() or not glob.has_magic(text) else sorted(glob.glob(text))  # noqa: PTH207 - a pattern may begin at the root
        found += [Path(match) for match in matches] or [Path(text)]
    if not found:
        raise UnreadableFile("not_found", file="")
    return found


@dataclass
class _Reading:
    """One call of read_table; the methods are its steps in order."""

    spec: TableSpec
    options: ReadOptions
    connection: duckdb.DuckDBPyConnection
    table: str
    on_progress: Progress

    def run(self, paths: Sequence[Path]) -> ReadResult:
        folder = TemporaryFolder()
        try:
            result = self._read(paths, folder)
        except BaseException:
            folder.remove()
            raise
        if not result.bad_rows:
            folder.remove()
        elif not self.options.skip_bad_rows:
            folder.remove()
            raise bad_rows(result)
        return result

    def _read(self, paths: Sequence[Path], folder: TemporaryFolder) -> ReadResult:
        opened: list[tuple[Source, Sequence[Match]]] = []
        for place, path in enumerate(paths):
            own = folder.path / str(place)
            own.mkdir()
            source = open_source(path, self.spec, self.options, own, self.connection)
            opened.append(
                (source, find_columns(self.spec, source.headers, self.options.mapping, source.shown))
            )
        self.on_progress(self.table, 0.2)
        formats = self._decide(opened, not_plain(self.spec, opened))
        files = self._load_all(opened, formats)
        if surprises := self._surprises(files, formats):
            more = self._decide(opened, surprises)
            formats = Formats({**formats.orders, **more.orders}, {**formats.marks, **more.marks})
            files = self._load_all(opened, formats)
        self._make_view(files)
        result = self._result(files, formats, folder)
        self.on_progress(self.table, 1.0)
        return result

    def _decide(self, opened: list[tuple[Source, Sequence[Match]]], columns: set[str]) -> Formats:
        if not columns:
            return Formats({}, {})
        try:
            return decide(self.spec, opened, columns, self.options, self.connection)
        except duckdb.Error:
            opened[:] = [(careful(source) if source.slow else source, matches) for source, matches in opened]
            return decide(self.spec, opened, columns, self.options, self.connection)

    def _load_all(self, opened: list[tuple[Source, Sequence[Match]]], formats: Formats) -> list[FileRead]:
        files = []
        for place in range(len(opened)):
            files.append(self._load(opened, place, formats))
            self.on_progress(self.table, 0.2 + 0.7 * (place + 1) / len(opened))
        return files

    def _load(self, opened: list[tuple[Source, Sequence[Match]]], place: int, formats: Formats) -> FileRead:
        """Three roads, each slower and more patient: DuckDB's own types, our SQL on text, row by row."""
        source, matches = opened[place]
        table = f"{self.table}__file{place}"
        types = quick_types(self.spec, matches, formats)
        if source.slow and types:
            try:
                quick = self._create(table, with_types(source, types), matches, formats)
            except duckdb.Error:
                quick = None
            if quick and not self._more_than_empty(quick):
                return replace(quick, source=source)
        try:
            return self._create(table, source, matches, formats)
        except duckdb.Error:
            if source.slow is None:
                raise
        opened[place] = (careful(source), matches)
        return self._create(table, opened[place][0], matches, formats)

    def _create(self, table: str, source: Source, matches: Sequence[Match], formats: Formats) -> FileRead:
        select = select_sql(self.spec, source, matches, formats, self.options.currency)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name(table)} AS {select}")
        counted = self.connection.execute(f"SELECT count(*), count(_problems) FROM {name(table)}").fetchone()
        rows, bad = counted or (0, 0)
        return FileRead(source, tuple(matches), table, rows, bad)

    def _more_than_empty(self, file: FileRead) -> bool:
        """Some cell is wrong in another way than being empty (its original spelling is wanted then)."""
        if not file.bad:
            return False
        wrong = " OR ".join(f"_problems[{place}] <> 'required'" for place in range(1, len(file.columns) + 1))
        return bool(
            self.connection.execute(f"SELECT 1 FROM {name(file.table)} WHERE {wrong} LIMIT 1").fetchone()
        )

    def _surprises(self, files: Sequence[FileRead], formats: Formats) -> set[str]:
        """Columns taken for plain by the first rows, in which later rows are not."""
        found = set()
        for file in files:
            if not file.bad:
                continue
            for place, match in enumerate(file.columns, 1):
                column = match.column
                if self.spec[column].type not in ("date", "money", "number", "integer") or column in {
                    *formats.orders,
                    *formats.marks,
                }:
                    continue
                wrong = f"_problems[{place}] IN ('date', 'number', 'integer')"
                query = f"SELECT 1 FROM {name(file.table)} WHERE {wrong} LIMIT 1"
                if self.connection.execute(query).fetchone():
                    found.add(column)
        return found

    def _make_view(self, files: Sequence[FileRead]) -> None:
        selects = []
        for file in files:
            there = {match.column for match in file.columns}
            cells = [
                name(column.name)
                if column.name in there
                else f"CAST({self._absent(column.name)} AS {DUCKDB_TYPES[column.type]}) AS {name(column.name)}"
                for column in self.spec.columns
            ]
            where = " WHERE _problems IS NULL" if file.bad else ""
            selects.append(f"SELECT {', '.join(cells)} FROM {name(file.table)}{where}")
        self.connection.execute(f"CREATE OR REPLACE VIEW {name(self.table)} AS {' UNION ALL '.join(selects)}")

    def _absent(self, column: str) -> str:
        """NULL, or the default currency where the file has no column of currencies."""
        if self.spec[column].unit == "ISO 4217" and self.options.currency:
            return f"'{self.options.currency}'"
        return "NULL"

    def _result(self, files: Sequence[FileRead], formats: Formats, folder: TemporaryFolder) -> ReadResult:
        first: list[BadCell] = []
        left = FIRST_BAD
        for file in files:
            if left and file.bad:
                rows = first_bad(self.connection, file, left)
                left -= len(rows)
                first += [cell for row in rows for cell in row]
        return ReadResult(
            spec=self.spec, connection=self.connection, table=self.table,
            rows=sum(file.rows - file.bad for file in files), bad_rows=sum(file.bad for file in files),
            files=tuple(files), present=frozenset(match.column for file in files for match in file.columns),
            date_orders=dict(formats.orders), decimal_marks=dict(formats.marks),
            first_bad=tuple(first), temporary=folder,
        )  # fmt: skip


def first_bad(connection: duckdb.DuckDBPyConnection, file: FileRead, count: int) -> list[list[BadCell]]:
    """The problems of the first `count` bad rows of a file, a list per row."""
    row = "_row" if file.source.numbered else f"rowid + {file.source.first_row}"
    source = f"{name(file.table)} WHERE _problems IS NOT NULL ORDER BY rowid LIMIT {count}"
    query = f"SELECT {row}, _problems, _cells FROM {source}"
    found = []
    for number, problems, cells in connection.execute(query).fetchall():
        shown = zip(file.columns, problems, cells or [""] * len(file.columns), strict=False)
        bad = [
            BadCell(file.source.shown, number, match.column, " * ".join(match.headers), value, code)
            for match, code, value in shown
            if code is not None
        ]
        if len(problems) > len(file.columns) and problems[-1] is not None:
            bad.append(BadCell(file.source.shown, number, "", "", "", problems[-1]))
        found.append(bad)
    return found


def bad_rows(result: ReadResult) -> BadRows:
    """The error that names the first rows that cannot be read."""
    first = result.first_bad[0]
    return BadRows(
        "bad_rows", table=result.spec.name, total=result.bad_rows, rows=result.rows + result.bad_rows,
        file=first.file, row=first.row, column=first.header or first.column, value=first.value, expected=first.expected,
        first=[vars(cell) for cell in result.first_bad],
    )  # fmt: skip


def _first_line(error: Exception) -> str:
    return next(iter(islice(str(error).splitlines(), 1)), type(error).__name__)[:200]
