"""A table to a file, a batch at a time: memory does not grow with the rows."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import batched
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import models
from django.utils.timezone import localtime
from xlsxwriter import Workbook

from vernost.transfer.enums import ExportFormat
from vernost.transfer.exporting.tables import ExportTable

_BATCH = 5000
# A spreadsheet takes text that begins so for a formula.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_MOST_ROWS_OF_A_SHEET = 1_048_575
_TYPES: tuple[tuple[Any, Any], ...] = (
    (models.BooleanField, pa.bool_()),
    (models.IntegerField, pa.int64()),
    (models.ForeignKey, pa.int64()),
    (models.DateTimeField, pa.timestamp("us", "UTC")),
    (models.DateField, pa.date32()),
)


def write_table(table: ExportTable, format: ExportFormat, path: Path) -> int:
    """Returns the number of rows."""
    match format:
        case ExportFormat.CSV:
            return _csv(table, path)
        case ExportFormat.XLSX:
            return _xlsx(table, path)
        case _:
            return _parquet(table, path)


def safe_text(value: Any) -> str:
    """The value as text that no spreadsheet runs; numbers, days and sums stay as they are."""
    match value:
        case None:
            return ""
        case datetime():
            return localtime(value).isoformat()
        case date() | Decimal() | int():
            return str(value)
        case dict() | list():
            value = json.dumps(value, ensure_ascii=False)
    text = str(value)
    return f"'{text}" if text.startswith(_RISKY) else text


def _lines(table: ExportTable) -> Iterator[tuple[Any, ...]]:
    return iter(table.rows.values_list(*(c.attname for c in table.columns)).iterator(_BATCH))


def _csv(table: ExportTable, path: Path) -> int:
    count = 0
    # The mark at the start tells spreadsheets that the file is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.attname for column in table.columns])
        for line in _lines(table):
            writer.writerow([safe_text(value) for value in line])
            count += 1
    return count


def _xlsx(table: ExportTable, path: Path) -> int:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(str(path), options)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    count = 0
    sheet: Any = None
    for line in _lines(table):
        place = count % _MOST_ROWS_OF_A_SHEET
        if place == 0:
            sheet = _sheet(book, table, bold)
        for column, value in enumerate(line):
            _cell(sheet, place + 1, column, value, day)
        count += 1
    if sheet is None:
        _sheet(book, table, bold)
    book.close()
    return count


def _sheet(book: Workbook, table: ExportTable, bold: Any) -> Any:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.attname, bold)
    return sheet


def _cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    match value:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(row, column, value)
        case datetime():
            sheet.write_datetime(row, column, localtime(value).replace(tzinfo=None), day)
        case date():
            sheet.write_datetime(row, column, value, day)
        case int() | float() | Decimal():
            sheet.write_number(row, column, float(value))
        case dict() | list():
            sheet.write_string(row, column, json.dumps(value, ensure_ascii=False))
        case _:
            # write_string keeps text text: no formula can come of it.
            sheet.write_string(row, column, str(value))


def _parquet(table: ExportTable, path: Path) -> int:
    schema = pa.schema([(column.attname, _arrow_type(column)) for column in table.columns])
    count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batched(_lines(table), _BATCH):
            columns = [
                pa.array([_arrow_value(value) for value in values], type=field.type)
                for values, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            count += len(batch)
    return count


def _arrow_type(column: "models.Field[Any, Any]") -> Any:
    if isinstance(column, models.DecimalField):
        return pa.decimal128(column.max_digits or 18, column.decimal_places or 0)
    return next((kind for field, kind in _TYPES if isinstance(column, field)), pa.string())


def _arrow_value(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
