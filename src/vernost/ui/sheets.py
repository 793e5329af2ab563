"""Small tables of computed numbers: shown on a page, printed, and taken away as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from html import unescape
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from vernost.ui import formats
from vernost.ui.html import EMPTY, link
from vernost.ui.lists.address import changed
from vernost.ui.lists.export import FORMATS, table_file
from vernost.ui.partials import render_part


@dataclass(frozen=True)
class Cell:
    """`shown` is on the page (escaped unless it is a SafeString), `value` in the file, `url` leads to the rows."""

    shown: str
    value: Any = None
    url: str = ""

    @property
    def html(self) -> str | SafeString:
        return link(self.shown, self.url) if self.url else self.shown


def text(value: str | SafeString, url: str = "") -> Cell:
    """A file has it without its tags."""
    return Cell(value, unescape(strip_tags(value)) if isinstance(value, SafeString) else value, url)


def count(value: int | None, url: str = "") -> Cell:
    """A number that leads to its rows when there are any; a dash for none."""
    return Cell(formats.number(value), value, url) if value else Cell(EMPTY, value or 0)


def number(value: float | None, places: int = 0, url: str = "") -> Cell:
    return Cell(EMPTY) if value is None else Cell(formats.number(value, places), round(value, places), url)


def money(value: Decimal | float | None, currency: str, url: str = "") -> Cell:
    """In whole units on the page, exact in the file."""
    return Cell(EMPTY) if value is None else Cell(formats.money(round(value), currency), value, url)


def percent(value: float | None, places: int = 0) -> Cell:
    """From a part; a file has the part itself."""
    return Cell(EMPTY) if value is None else Cell(formats.percent(value, places), round(value, 4))


@dataclass(frozen=True)
class Sheet:
    """One table. The first `words` columns are words, the others numbers; each row's first cell names it."""

    key: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    words: int = 1
    empty: str = ""
    # Set by show_sheets: (label, address) of the files.
    files: list[tuple[str, str]] = field(default_factory=list, compare=False)

    @property
    def columns(self) -> list[tuple[str, bool]]:
        """(label, is a number)."""
        return [(label, place >= self.words) for place, label in enumerate(self.head)]

    @property
    def lines(self) -> list[tuple[Cell, list[tuple[Cell, bool]]]]:
        """The naming cell and the others, each with whether it is a number."""
        return [
            (row[0], [(cell, place >= self.words) for place, cell in enumerate(row[1:], 1)])
            for row in self.rows
        ]


def show_sheets(
    request: HttpRequest,
    template: str,
    sheets: Sequence[Sheet],
    *,
    may_export: bool,
    part: str = "content",
    context: Mapping[str, object],
) -> HttpResponseBase:
    """The page with its `sheets` by key; `?sheet=key&format=csv` one of them as a file, `?print=1` the bare page."""
    wanted = {sheet.key: sheet for sheet in sheets}.get(request.GET.get("sheet", ""))
    kind = request.GET.get("format", "")
    if may_export and wanted is not None and kind in FORMATS:
        lines = [[_plain(cell) for cell in row] for row in wanted.rows]
        return table_file(list(wanted.head), lines, name=wanted.key, kind=kind)
    if may_export:
        for sheet in sheets:
            files = (changed(request.GET, sheet=sheet.key, format=form) for form in FORMATS)
            sheet.files.extend(zip((form.upper() for form in FORMATS), files, strict=True))
    printing = request.GET.get("print") == "1"
    shown: Mapping[str, object] = {
        "sheets": {sheet.key: sheet for sheet in sheets},
        "shell": "office/shell/print.html" if printing else "office/shell/base.html",
        "printing": printing,
        "print_address": changed(request.GET, print="1"),
    }
    return render_part(request, template, part, {**context, **shown})


def _plain(cell: Cell) -> Any:
    return "" if cell.value is None else cell.value
