"""The choosers above a list, remembered for as long as they offer and have chosen the same."""

from collections.abc import Hashable
from typing import Any

from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vernost.ui.lists.filters import ChoiceFilter, Filter
from vernost.ui.lists.page import ListPage
from vernost.ui.remembered import remembered

WORDS = "ui/lists/words.html"


def filters_html(page: ListPage[Any], *, words: bool) -> SafeString:
    """The search boxes, or all other filters."""
    chosen = [one for one in page.spec.filters if (one.template == WORDS) is words]
    return SafeString("".join([_filter_html(one, page.query) for one in chosen]))


def _filter_html(one: Filter, query: QueryDict) -> SafeString:
    offered = tuple(one.choices()) if isinstance(one, ChoiceFilter) else ()
    key = (type(one), one.template, one.key, str(one.label), offered, _given(one, query))
    context = {"filter": one, "query": query, "offered": offered}
    return remembered(key, lambda: render_to_string(one.template, context))


def _given(one: Filter, query: QueryDict) -> Hashable:
    """What the address says to this filter: under its key, or under one that begins with it."""
    mine = [key for key in query if key == one.key or key.startswith(f"{one.key}_")]
    return tuple((key, *query.getlist(key)) for key in mine)


def columns_html(page: ListPage[Any]) -> SafeString:
    """Which columns are shown, and by which the rows may be grouped."""
    columns = tuple((one.key, str(one.label), one in page.columns) for one in page.spec.columns)
    groups = tuple(
        (one.key, str(one.label), one is page.grouped_by)
        for key in page.spec.groups
        if (one := page.spec.column(key))
    )
    return remembered(
        ("columns", columns, groups),
        lambda: render_to_string("ui/lists/columns.html", {"columns": columns, "groups": groups}),
    )
