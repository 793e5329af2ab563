"""Words of every error that the engine raises on purpose: what happened, where, what to do."""

from collections.abc import Mapping
from typing import Any

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.words import Words
from vernost.engine.errors import EngineError

SENTENCES = {
    # The file
    "not_found": _("{file}: there is no such file."),
    "is_directory": _("{file} is a folder: name a file in it."),
    "not_permitted": _("{file}: the system does not let us read it ({reason})."),
    "empty_file": _("{file}: the file is empty."),
    "not_a_table": _("{file}: no table that can be read ({reason}); give CSV, TSV, XLSX, XLS or Parquet."),
    "broken_archive": _("{file}: the gzip archive is damaged ({reason}); pack or fetch it again."),
    "broken_bytes": _(
        "{file}, line {line}: byte {byte} at offset {offset} is not {encoding}; "
        "say the right one with --encoding, or save the file as UTF-8."
    ),
    "nul_bytes": _("{file}, line {line}: a zero byte; the file is damaged or is not text."),
    "unknown_encoding": _("{encoding}: no such encoding; say utf-8, cp1251 or utf-16."),
    "unknown_separator": _(
        "“{separator}” cannot separate columns; say one character, for instance --separator ';'"
    ),
    "unclosed_quote": _("{file}, line {line}: a quotation mark opens here and is never closed."),
    "cell_too_long": _(
        "{file}, line {line}: a cell of more than {most} characters; probably a quotation mark is not closed."
    ),
    "no_sheet": _("{file}: there is no sheet “{sheet}”; there are: {sheets}."),
    "not_understood": _("{file}: the file cannot be read ({reason})."),
    # The columns
    "missing_column": _("{table}: there is no column {column}; found: {found}."),
    "unrecognised_column": _(
        "{file}: no column for {columns} was recognised. Found: {headers}. "
        'Say it exactly, for instance --map {example}="{example_header}"'
    ),
    "ambiguous_column": _(
        "{file}: several columns could be {column}: {headers}. "
        'Say which one, for instance --map {column}="{example_header}"'
    ),
    "unknown_header": _("{file}: there is no column “{header}” for {column}. Found: {headers}."),
    "unknown_target": _("The table {table} has no column {column}; it has: {columns}."),
    "unknown_table": _("There is no table {table}; there are: {tables}."),
    "missing_table": _("The table {table} is missing."),
    "wrong_type": _("{table}: the column {column} should hold {expected}, not {found}."),
    # The cells
    "ambiguous_dates": _(
        "{file}: the dates of “{header}”, for instance {example}, fit both day/month and month/day. "
        "Say --date-order dmy or --date-order mdy."
    ),
    "mixed_dates": _(
        "{file}: the dates of “{header}” are partly day/month, partly month/day. "
        "Say --date-order dmy or --date-order mdy."
    ),
    "ambiguous_numbers": _(
        "{file}: “{example}” in “{header}” may be read with a decimal comma or with commas between thousands. "
        "Say --decimal , or --decimal ."
    ),
    "bad_rows": _("{table}: {total} of {rows} rows cannot be read."),
    "broken_column": _("{table}, column {column}: {problem}; rows: {rows}."),
    # The whole
    "empty_table": _("{table}: there is not one row."),
    "mixed_currencies": _(
        "The orders are in several currencies ({found}), and the rates are not known. "
        "Say --currency and --set exchange_rates, for instance --currency RUB --set exchange_rates.USD=90"
    ),
    "wrong_setting": _("The setting {setting} cannot be {value}."),
    # Spark
    "spark_missing": _("Spark is not installed: install {install}."),
    "java_missing": _("Spark needs Java, and there is none here: install {install}."),
    "spark_unreachable": _("Nobody answers at {master}; start the Spark master or correct --master."),
    "spark_folder_missing": _(
        "The workers of {master} are elsewhere: give --spark-folder, a folder that they and this machine see, "
        "for instance hdfs://name/tmp."
    ),
    "spark_without_workers": _(
        "{master} gave no worker within {waited_seconds} seconds: are there workers with free memory?"
    ),
    "spark_running": _("This process already runs Spark at {master}."),
    "spark_not_started": _("Spark did not start at {master}: {log}"),
    "spark_failed": _("Spark failed at the step {stage}: {message}"),
}
PROBLEMS = {
    "missing": _("a value must be there"),
    "not_finite": _("not a number"),
    "too_large": _("too large a sum"),
    "too_large_together": _("too large a sum of all rows together"),
    "out_of_range": _("a mark outside its scale"),
    "repeated": _("the same client twice"),
    "out_of_time": _("a day before 1900 or after 2200"),
    "unknown_code": _("a word that is not known here"),
}
EXPECTED = {
    "required": _("a value: the cell is empty"),
    "number": _("a number"),
    "integer": _("a whole number"),
    "date": _("a day"),
    "date_dmy": _("a day as day, month, year"),
    "date_mdy": _("a day as month, day, year"),
    "date_ymd": _("a day as year, month, day"),
    "date_range": _("a day between 1900 and 2200"),
    "boolean": _("yes or no"),
    "one_of": _("one of the known words (see: vernost columns)"),
    "currency": _("a currency of three letters"),
    "least": _("not so small a number"),
    "most": _("not so large a number"),
    "range": _("not so large a number"),
    "too_many_cells": _("no more cells than headers"),
}
# What --map and --set ask for is asked for with these.
LONGEST_LIST = 20


def error_text(words: Words, error: EngineError) -> str:
    """The error in one sentence or two; an unknown code in the engine's own English."""
    details = {name: _detail(words, name, value) for name, value in error.details.items()}
    code = "unrecognised_column" if error.code == "missing_column" and "columns" in details else error.code
    sentence = SENTENCES.get(code)
    return words.gettext(sentence, **details) if sentence else str(error)


def expected_text(words: Words, code: str) -> str:
    """What a cell that cannot be read should have held."""
    return words.gettext(EXPECTED[code]) if code in EXPECTED else code


def bad_cells(error: EngineError) -> list[Mapping[str, Any]]:
    """The first cells that cannot be read: file, row, header, column, value, expected."""
    first: list[Mapping[str, Any]] = error.details.get("first", [])  # type: ignore[assignment]
    return first


def _detail(words: Words, name: str, value: object) -> str:
    if name == "problem":
        return words.gettext(PROBLEMS[str(value)]) if value in PROBLEMS else str(value)
    if isinstance(value, list | tuple):
        more = " …" if len(value) > LONGEST_LIST else ""
        return ", ".join(str(one) for one in value[:LONGEST_LIST]) + more
    if isinstance(value, int) and not isinstance(value, bool):
        return words.number(value)
    return str(value)
