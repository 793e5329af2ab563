"""One sheet with a heading row that stays, filters, and cells that are never formulas."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import isfinite

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# A sheet could hold ten times as many, but no spreadsheet opens such a file in reasonable time.
MOST_ROWS = 100_001
# Longer texts are refused by spreadsheets.
LONGEST = 32_767


class Sheet:
    """Writes row after row; text is always written as text, whatever it begins with."""

    def __init__(self, sheet: Worksheet, columns: Sequence[tuple[str, int, Format]], head: Format) -> None:
        self.sheet, self.row = sheet, 1
        self.formats = [form for _heading, _width, form in columns]
        for place, (heading, width, form) in enumerate(columns):
            sheet.set_column(place, place, width, form)
            sheet.write_string(0, place, heading, head)
        sheet.freeze_panes(1, 1)

    def write(self, values: Sequence[object]) -> None:
        for place, value in enumerate(values):
            write_cell(self.sheet, self.row, place, value, self.formats[place])
        self.row += 1

    def finish(self) -> None:
        """Sets the filter over everything written."""
        self.sheet.autofilter(0, 0, max(1, self.row - 1), len(self.formats) - 1)


def write_cell(sheet: Worksheet, row: int, place: int, value: object, form: Format) -> None:
    """Writes a value by its type; None and what is not finite stay empty."""
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, form)
    elif isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        sheet.write_string(row, place, str(value)[:LONGEST], form)
    elif isfinite(value):
        sheet.write_number(row, place, float(value), form)
