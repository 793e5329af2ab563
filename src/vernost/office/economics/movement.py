"""Who moved between groups, stages or loyalty levels, between any two judged days (B5)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vernost.assessment.queries.movement import (
    Field,
    Movement,
    a_year_before,
    clients_of,
    judged_days,
    movement,
)
from vernost.assessment.wording.movement import NAMES, ORDERS, direction, tendency
from vernost.core.access import Action
from vernost.core.clock import today
from vernost.office.assessment.words import group_badge, loyalty_badge, stage_badge, words
from vernost.office.economics.columns import PROPOSED, moved_value
from vernost.office.economics.flow_picture import flow_picture
from vernost.office.economics.scope import Filters, filters_of, tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.ui.sheets import Cell, Sheet, count, show_sheets, text

_BADGES: dict[Field, Callable[[str | None], SafeString]] = {
    "group": group_badge,
    "stage": stage_badge,
    "loyalty": loyalty_badge,
}


@require_GET
@demand(Action.VIEW_CLIENT)
def movements(request: Request) -> HttpResponseBase:
    said, chosen, days = words(), filters_of(request), judged_days()
    field, proposed = _field(request.GET.get("of", "")), request.GET.get("by") == PROPOSED
    until = _day(request.GET.get("until", ""), days) or (days[0] if days else None)
    since = _day(request.GET.get("since", ""), days) or (a_year_before(until, days) if until else None)
    found = None
    if since and until and since < until:
        clients = clients_of(
            request.user,
            owner=int(chosen.owner) if chosen.owner else None,
            segment=int(chosen.segment) if chosen.segment else None,
        )
        found = movement(clients, since, until, field, today=None if proposed else today())
    names = NAMES[field]
    context: dict[str, object] = {
        "tabs": tabs(request.user, "movement"),
        "filters": chosen,
        "days": days,
        "since": since,
        "until": until,
        "field": field,
        "fields": [("group", _("groups")), ("stage", _("stages")), ("loyalty", _("loyalty levels"))],
        "bys": [("", _("what was in force")), (PROPOSED, _("what the program proposed"))],
        "by": PROPOSED if proposed else "",
        "found": found,
        "sentences": [direction(said, found.moves, field), *tendency(said, found.moves, field)]
        if found
        else [],
        "picture": flow_picture(
            found.moves, ORDERS[field], {code: said.gettext(name) for code, name in names.items()}
        )
        if found and found.moves
        else None,
    }
    sheets = [_sheet(found, field, chosen, proposed=proposed)] if found else []
    may_export = may(request.user, Action.EXPORT)
    return show_sheets(
        request, "office/economics/movement.html", sheets, may_export=may_export, context=context
    )


def _field(asked: str) -> Field:
    return next((field for field in _BADGES if field == asked), "group")


def _day(asked: str, days: Sequence[date]) -> date | None:
    return next((day for day in days if day.isoformat() == asked), None)


def _sheet(found: Movement, field: Field, chosen: Filters, *, proposed: bool) -> Sheet:
    """Rows: where they stood; columns: where they stand; each number leads to its clients."""
    badge, order = (
        _BADGES[field],
        [code for code in ORDERS[field] if any(code in pair for pair in found.moves)],
    )
    names = {code: _(name) for code, name in NAMES[field].items()}

    def cell(before: str | None, after: str) -> Cell:
        value = moved_value(field, found.since, found.until, (before, after), proposed=proposed)
        query: dict[str, Any] = {"moved": value}
        return count(found.moves.get((before, after)), "/clients/?" + _query(query | chosen.query))

    befores: list[str | None] = [*order, None]
    return Sheet(
        f"movement-{field}",
        _("Matrix"),
        [_("before ↓ now →"), *(names[code] for code in order), _("All")],
        [
            [
                text(badge(before)) if before else text(_("new")),
                *(cell(before, after) for after in order),
                count(sum(found.moves.get((before, after), 0) for after in order)),
            ]
            for before in befores
        ],
        note=_("On the diagonal are those who stayed. A number leads to its clients."),
    )


def _query(values: dict[str, str]) -> str:
    return "&".join(f"{key}={value}" for key, value in values.items())
