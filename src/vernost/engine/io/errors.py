"""Errors of reading a file. Each sentence says what happened, where, and what to do."""

from vernost.engine.errors import EngineError

SENTENCES = {
    # UnreadableFile
    "not_found": "{file}: there is no such file.",
    "is_directory": "{file}: this is a folder; name a file in it.",
    "not_permitted": "{file}: the system does not let us read it ({reason}).",
    "empty_file": "{file}: the file is empty.",
    "not_a_table": "{file}: this is no table that we can read; give CSV, TSV, XLSX, XLS or Parquet ({reason}).",
    "broken_archive": "{file}: the gzip archive is damaged; pack or fetch it again ({reason}).",
    "broken_bytes": "{file}, line {line}: byte {byte} at offset {offset} is not {encoding}; "
    "name the right encoding or save the file as UTF-8.",
    "nul_bytes": "{file}, line {line}: a zero byte; the file is damaged or is not text.",
    "unknown_encoding": "{encoding}: no such encoding; say utf-8, cp1251 or utf-16.",
    "unknown_separator": "{separator!r} cannot separate columns; say one character, for instance ; or ,",
    "unclosed_quote": "{file}, line {line}: a quotation mark opens here and is never closed.",
    "cell_too_long": "{file}, line {line}: a cell of more than {most} characters; "
    "probably a quotation mark is not closed.",
    "no_sheet": "{file}: there is no sheet {sheet!r}; there are {sheets}.",
    "not_understood": "{file}: the file cannot be read ({reason}).",
    # MissingColumn, AmbiguousColumn, UnknownMapping
    "missing_column": "{file}: no column for {columns} was recognised. Headers found: {headers}. "
    'Say it exactly, for instance {example}="{example_header}".',
    "ambiguous_column": "{file}: several columns could be {column}: {headers}. "
    'Say which one, for instance {column}="{example_header}".',
    "unknown_header": "{file}: there is no column {header!r} for {column}. Headers found: {headers}.",
    "unknown_target": "{table} has no column {column!r}; it has {columns}.",
    "unknown_table": "there is no table {table!r}; there are {tables}.",
    # AmbiguousDates, AmbiguousNumbers
    "ambiguous_dates": "{file}: the dates of {header!r}, for instance {example!r}, fit both day/month and month/day. "
    "Say dmy or mdy.",
    "mixed_dates": "{file}: the dates of {header!r} are partly day/month, partly month/day. Say dmy or mdy.",
    "ambiguous_numbers": "{file}: {example!r} in {header!r} may have a decimal comma or a comma between thousands. "
    "Say which decimal mark is used.",
    # BadRows
    "bad_rows": "{table}: {total} of {rows} rows cannot be read, first in {file}, row {row}, column {column}: "
    "{value!r}, expected {expected}. Nothing was changed; mend the rows or go on without them.",
}


class VernostDataError(EngineError):
    """The data given cannot be used as it is."""

    def __str__(self) -> str:
        sentence = SENTENCES.get(self.code)
        return sentence.format_map(self.details) if sentence else super().__str__()


class UnreadableFile(VernostDataError):
    """No table can be got out of the file; details: file, and line/offset/reason by code."""


class MissingColumn(VernostDataError):
    """A required column was not recognised; details: file, columns, headers, example, example_header."""


class AmbiguousColumn(VernostDataError):
    """Several headers fit one column; details: file, column, headers."""


class UnknownMapping(VernostDataError):
    """The mapping names a header or a column that is not there."""


class AmbiguousDates(VernostDataError):
    """Day and month cannot be told apart; details: file, column, header, example."""


class AmbiguousNumbers(VernostDataError):
    """A comma may be a decimal mark or a thousands separator; details: file, column, header, example."""


class BadRows(VernostDataError):
    """Rows that cannot be read; details: table, total, rows, first (dicts of BadCell)."""
