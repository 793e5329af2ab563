from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase

from vernost.ui.lists.address import changed, without
from vernost.ui.lists.bar import columns_html, filters_html
from vernost.ui.lists.export import FORMATS, export
from vernost.ui.lists.page import ListPage, ListSpec, read_page
from vernost.ui.lists.render import table
from vernost.ui.partials import render_part


def show_list(
    request: HttpRequest,
    spec: ListSpec[Any],
    rows: QuerySet[Any],
    *,
    template: str,
    name: str,
    may_export: bool = False,
    selectable: bool = False,
    **context: object,
) -> HttpResponseBase:
    """The page of a list, its partial `list` for htmx, or with `?format=csv` a file called `name`.

    `rows` are those that the person may see. The template includes "ui/lists/list.html".
    """
    kind = request.GET.get("format", "")
    if may_export and kind in FORMATS:
        return export(spec, rows, request.GET, name=name, kind=kind)
    page = read_page(spec, rows, request.GET)
    exports = [(form.upper(), changed(request.GET, format=form)) for form in FORMATS] if may_export else []
    shown: dict[str, object] = {
        "page": page,
        "table": table(page, selectable=selectable),
        "chips": _chips(page),
        "words": filters_html(page, words=True),
        "filters": filters_html(page, words=False),
        "query": request.GET,
        "columns": columns_html(page),
        "previous": changed(request.GET, page=str(page.number - 1)) if page.number > 1 else "",
        "next": changed(request.GET, page=str(page.number + 1)) if page.number < page.pages else "",
        "exports": exports,
        "selectable": selectable,
    }
    return render_part(request, template, "list", shown | context)


def _chips(page: ListPage[Any]) -> list[tuple[str, str, str]]:
    """(label, value, address without it) of every active filter."""
    return [
        (str(one.label), text, without(page.query, key, value))
        for one in page.spec.filters
        for text, key, value in one.active(page.query)
    ]
