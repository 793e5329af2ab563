"""Looks of the workbook: number formats, headings, marks that do not rely on colour alone."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from vernost.assessment.wording.values import PARTS
from vernost.engine.tables import Column

MONEY, WHOLE, DECIMAL, PERCENT, DAY = "#,##0.00", "#,##0", "#,##0.0", "0.0%", "yyyy-mm-dd"


@dataclass(frozen=True)
class Formats:
    """Every format of one workbook."""

    title: Format
    head: Format
    text: Format
    wrapped: Format
    money: Format
    whole: Format
    decimal: Format
    percent: Format
    day: Format
    alarm: Format
    warning: Format

    @classmethod
    def of(cls, book: Workbook, language: str) -> "Formats":
        day = "dd.mm.yyyy" if language == "ru" else DAY
        top: dict[str, Any] = {"valign": "top"}
        return cls(
            title=book.add_format({"bold": True, "font_size": 14}),
            head=book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EEF1F3"}
            ),
            text=book.add_format({**top, "num_format": "@"}),
            wrapped=book.add_format({**top, "text_wrap": True}),
            money=book.add_format({**top, "num_format": MONEY}),
            whole=book.add_format({**top, "num_format": WHOLE}),
            decimal=book.add_format({**top, "num_format": DECIMAL}),
            percent=book.add_format({**top, "num_format": PERCENT}),
            day=book.add_format({**top, "num_format": day}),
            # Bold and italic say the same as the colour.
            alarm=book.add_format({"bold": True, "font_color": "#9C1F2E"}),
            warning=book.add_format({"italic": True, "font_color": "#8A5A00"}),
        )

    def of_column(self, column: Column) -> Format:
        if column.type == "date":
            return self.day
        if column.type == "money":
            return self.money
        if column.name in PARTS:
            return self.percent
        if column.type == "integer":
            return self.whole
        return self.decimal if column.type == "number" else self.text


def width_of(column: Column) -> int:
    """Width in characters: room for the value, the heading wraps."""
    widths = {
        "date": 12,
        "money": 15,
        "integer": 11,
        "number": 12,
        "boolean": 9,
        "id": 20,
        "code": 22,
        "codes": 30,
    }
    return widths.get(column.type, 18)
