"""The table of a list as HTML. Built in Python: rows are most of a page's time, and templates take twice as long."""

from collections.abc import Callable, Container, Iterable, Iterator
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vernost.ui.html import escaped
from vernost.ui.lists.address import changed
from vernost.ui.lists.columns import Column
from vernost.ui.lists.page import ListPage

# A link of the list swaps the list alone; without JavaScript it is a plain link.
SWAPS = ' hx-target="#list" hx-swap="outerHTML" hx-push-url="true"'


def list_link(url: str, text: object, css: str = "", extra: str = "") -> SafeString:
    href = escaped(url)
    return mark_safe(f'<a class="{css}" href="{href}" hx-get="{href}"{SWAPS}{extra}>{escaped(text)}</a>')


def options(choices: Iterable[tuple[str, object]], chosen: Container[str]) -> SafeString:
    """The options of a select."""
    return mark_safe(
        "".join(
            f'<option value="{escaped(value)}"{" selected" if value in chosen else ""}>{escaped(label)}</option>'
            for value, label in choices
        )
    )


def table(page: ListPage[Any], *, selectable: bool) -> SafeString:
    head = "".join(_head(page, column) for column in page.columns)
    mark = (
        f'<th class="mark"><input type="checkbox" data-mark-all aria-label="{escape(_("Mark all"))}"></th>'
        if selectable
        else ""
    )
    cells = [(column.cell, _class(column)) for column in page.columns]
    label = escape(_("Mark the row"))
    lines = [_row(row, cells, label if selectable else "") for row in page.rows]
    if page.grouped_by:
        lines = list(_with_headings(page, page.grouped_by, lines, len(cells) + selectable))
    body = "".join(lines)
    return mark_safe(
        '<div class="table-frame"><table class="table">'
        f"<thead><tr>{mark}{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _with_headings(page: ListPage[Any], column: Column[Any], lines: list[str], width: int) -> Iterator[str]:
    """A heading above the first row of each group; a group that goes on from the page before has one too."""
    last = None
    for row, line in zip(page.rows, lines, strict=True):
        group = escaped(column.cell(row))
        if group != last:
            yield f'<tr class="group"><th scope="colgroup" colspan="{width}">{group}</th></tr>'
            last = group
        yield line


def _row(row: Any, cells: list[tuple[Callable[[Any], str], str]], mark_label: str) -> str:
    mark = (
        f'<td class="mark"><input type="checkbox" name="ids" value="{row.pk}" aria-label="{mark_label}"></td>'
        if mark_label
        else ""
    )
    return f"<tr>{mark}{''.join([f'<td{css}>{escaped(cell(row))}</td>' for cell, css in cells])}</tr>"


def _class(column: Column[Any]) -> str:
    return ' class="end"' if column.align == "end" else ""


def _head(page: ListPage[Any], column: Column[Any]) -> str:
    css = _class(column)
    if not column.sort:
        return f'<th scope="col"{css}>{escaped(column.label)}</th>'
    rising, falling = column.key, f"-{column.key}"
    order = {rising: "ascending", falling: "descending"}.get(page.sort)
    url = changed(page.query, sort=falling if page.sort == rising else rising)
    aria = f' aria-sort="{order}"' if order else ""
    return f'<th scope="col"{css}{aria}>{list_link(url, column.label, "sort")}</th>'
