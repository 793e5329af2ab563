"""Columns and filters of the client list that belong to the pages of economics: each of their numbers leads here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Flow
from vernost.assessment.models import Tally
from vernost.assessment.queries.movement import Field, Move, moved
from vernost.assessment.wording.movement import NAMES, ORDERS
from vernost.core.clock import today
from vernost.core.queries.prepared import Prepared
from vernost.office.clients.row import ClientRow
from vernost.ui import formats
from vernost.ui.html import EMPTY
from vernost.ui.lists import ChoiceFilter, Column, Filter
from vernost.ui.words import labels_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_HIDDEN = "office/economics/hidden_filter.html"
NEW, PROPOSED = "new", "proposed"


def clients_url(**query: str) -> str:
    """The client list with what economics asks of it, the dearest first."""
    columns = "name,group,owner,flow,hours,effort,extra,revenue,contribution"
    return f"/clients/?{urlencode({**query, 'cols': columns, 'sort': query.get('sort', '-hours')})}"


def moved_value(field: str, since: date, until: date, move: Move, *, proposed: bool) -> str:
    """One cell of the movement as the filter `moved` reads it; `proposed`: by the program's word alone."""
    before, after = move
    parts = [field, since.isoformat(), until.isoformat(), before or NEW, after]
    return ".".join([*parts, PROPOSED] if proposed else parts)


@dataclass(frozen=True)
class MovedFilter:
    """Clients of one cell of the movement."""

    key: str
    label: "_StrPromise"
    template: str = _HIDDEN

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        cell = _cell(query.get(self.key, ""))
        if cell is None:
            return rows
        proposed = cell[5]
        return moved(rows, *cell[:5], today=None if proposed else today())

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        cell = _cell(query.get(self.key, ""))
        if cell is None:
            return []
        field, since, until, before, after, proposed = cell
        names = NAMES[field]
        old = gettext(names[before]) if before else gettext("new")
        days = f"{formats.day(since)} – {formats.day(until)}"
        by = f", {gettext('as proposed')}" if proposed else ""
        return [(f"{old} → {gettext(names[after])}, {days}{by}", self.key, query.get(self.key, ""))]


def _cell(value: str) -> tuple[Field, date, date, str | None, str, bool] | None:
    proposed = value.endswith(f".{PROPOSED}")
    try:
        field, since, until, before, after = value.removesuffix(f".{PROPOSED}").split(".")
        places = ORDERS[field]
        days = date.fromisoformat(since), date.fromisoformat(until)
    except (ValueError, KeyError):
        return None
    if after not in places or before not in (*places, NEW):
        return None
    return field, *days, None if before == NEW else before, after, proposed  # type: ignore[return-value]  # a key of ORDERS


@dataclass(frozen=True)
class TreeFilter:
    """A client and all whom he and they recommended."""

    key: str
    label: "_StrPromise"
    template: str = _HIDDEN

    def apply(self, rows: QuerySet[Any], query: QueryDict) -> QuerySet[Any]:
        root = query.get(self.key, "")
        return rows.filter(effort__root=int(root)) if _is_number(root) else rows

    def active(self, query: QueryDict) -> list[tuple[str, str, str]]:
        root = query.get(self.key, "")
        return [(root, self.key, root)] if _is_number(root) else []


def _is_number(value: str) -> bool:
    return value.isdecimal() and len(value) < 18


_INDUSTRIES = Prepared(
    lambda: Tally.objects.exclude(industry="").order_by("industry").values_list("industry").distinct()
)


def _industries() -> list[tuple[str, str]]:
    return [(name, name) for (name,) in _INDUSTRIES.rows()]


def economics_filters() -> tuple[Filter, ...]:
    return (
        ChoiceFilter(
            "flow",
            _("New, regular, leaving"),
            "effort__flow",
            labels_of(Flow),
        ),
        ChoiceFilter("industry", _("Industry"), "industry", _industries, is_text=True),
        MovedFilter("moved", _("Movement")),
        TreeFilter("tree", _("Referral tree of client no.")),
    )


def _value(of: Callable[[Mapping[str, Any]], Any]) -> Callable[[ClientRow], Any]:
    def value(client: ClientRow) -> Any:
        return None if client.effort is None else of(client.effort)

    return value


def _shown(value: Callable[[ClientRow], Any], show: Callable[[Any], str]) -> Callable[[ClientRow], str]:
    def cell(client: ClientRow) -> str:
        found = value(client)
        return EMPTY if not found else show(found)

    return cell


def _contribution(client: ClientRow) -> Any:
    return None if client.judged is None else client.judged["net_contribution_window"]


def economics_columns(*, money: bool) -> tuple[Column[ClientRow], ...]:
    """Hours, extra services, effort and profit of the year; sums only for who may see money."""
    flow = _value(lambda effort: str(Flow(effort["flow"]).label))
    hours = _value(lambda effort: round(effort["minutes"] / 60, 2))
    extra = _value(lambda effort: effort["extra_orders"])
    effort = _value(lambda effort: effort["service"])
    columns = (
        Column("flow", _("New, regular, leaving"), _shown(flow, str), value=flow, shown=False),
        Column(
            "hours",
            _("Our hours, year"),
            _shown(hours, lambda value: formats.number(value, 1)),
            value=hours,
            sort="effort__minutes",
            align="end",
            shown=False,
        ),
        Column(
            "extra",
            _("Extra services, year"),
            _shown(extra, formats.number),
            value=extra,
            sort="effort__extra_orders",
            align="end",
            shown=False,
        ),
    )
    if not money:
        return columns
    return (
        *columns,
        Column(
            "effort",
            _("Effort in money, year"),
            _shown(effort, formats.number),
            value=effort,
            align="end",
            shown=False,
        ),
        Column(
            "contribution",
            _("Net contribution, year"),
            _shown(_contribution, formats.number),
            value=_contribution,
            align="end",
            shown=False,
        ),
    )
