"""A list as a file: the same filters, order and columns as on the page, all results."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import batched
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.utils.html import strip_tags
from django.utils.timezone import localtime
from xlsxwriter import Workbook

from vernost.ui.lists.columns import Column
from vernost.ui.lists.page import ListSpec, _columns, filtered, loaded, ordered

FORMATS = ("csv", "xlsx")
_BATCH = 2000
# A spreadsheet would take text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Echo:
    """A file that hands back what is written, for streaming."""

    def write(self, text: str) -> str:
        return text


def export(
    spec: ListSpec[Any], rows: QuerySet[Any], query: QueryDict, *, name: str, kind: str
) -> HttpResponse | StreamingHttpResponse:
    columns = _columns(spec, query)
    in_order = ordered(spec, filtered(spec, rows, query), query)
    lines = _lines(columns, _rows(spec, in_order))
    return table_file([str(column.label) for column in columns], lines, name=name, kind=kind)


def table_file(
    head: list[str], lines: Iterable[list[Any]], *, name: str, kind: str
) -> HttpResponse | StreamingHttpResponse:
    """`lines` under `head` as a file of `kind` (FORMATS), called `name` without its ending."""
    if kind == "xlsx":
        return _xlsx(head, lines, name)
    writer = csv.writer(_Echo())
    # The mark at the start tells spreadsheets that the file is UTF-8.
    text = (writer.writerow([_safe(_text(value)) for value in line]) for line in _with_head(head, lines))
    response = StreamingHttpResponse(_marked(text), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _rows(spec: ListSpec[Any], rows: QuerySet[Any]) -> Iterator[Any]:
    """Numbers first, then batch by batch what belongs to them: memory stays flat."""
    for ids in batched(rows.values_list("pk", flat=True).iterator(_BATCH), _BATCH):
        yield from loaded(spec, rows, ids)


def _lines(columns: tuple[Column[Any], ...], rows: Iterable[Any]) -> Iterator[list[Any]]:
    for row in rows:
        yield [column.value(row) if column.value else strip_tags(str(column.cell(row))) for column in columns]


def _with_head(head: list[str], lines: Iterable[list[Any]]) -> Iterator[list[Any]]:
    yield head
    yield from lines


def _marked(text: Iterable[Any]) -> Iterator[str]:
    yield "\N{ZERO WIDTH NO-BREAK SPACE}"
    yield from text


def _xlsx(head: list[str], lines: Iterable[list[Any]], name: str) -> HttpResponse:
    file = BytesIO()
    book = Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "remove_timezone": True,
        },
    )
    sheet = book.add_worksheet()
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for number, line in enumerate(_with_head(head, lines)):
        for place, value in enumerate(line):
            match value:
                case date():
                    sheet.write_datetime(number, place, _datetime(value), day)
                case bool():
                    sheet.write_boolean(number, place, value)
                case Decimal() | int() | float():
                    sheet.write_number(number, place, float(value))
                case _:
                    sheet.write_string(number, place, _text(value), bold if number == 0 else None)
    sheet.freeze_panes(1, 0)
    book.close()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = HttpResponse(file.getvalue(), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _datetime(value: date) -> datetime:
    if isinstance(value, datetime):
        return localtime(value).replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001 (a spreadsheet's day has no zone)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _safe(text: str) -> str:
    """Text that no spreadsheet runs; a negative number stays a number."""
    if text.startswith(_FORMULA) and not text.lstrip("-").replace(".", "", 1).isdecimal():
        return f"'{text}"
    return text
