"""Marketing costs by purpose: the list, and what is written in (K1)."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.queries.winning import known_currencies
from vernost.clients.actions.marketing_cost import (
    change_marketing_cost,
    create_marketing_cost,
    remove_marketing_cost,
)
from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import MarketingCost, Segment
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.queries.company import company
from vernost.office.economics.forms import MarketingCostForm
from vernost.office.economics.scope import tabs
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui import formats
from vernost.ui.html import EMPTY, day_cell, link, text_cell
from vernost.ui.lists import ChoiceFilter, Column, DayFilter, ListSpec, show_list

_PURPOSES = {purpose.value: purpose.label for purpose in MarketingPurpose}


def _segments() -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Segment.objects.order_by("name").values_list("pk", "name")]


LIST = ListSpec[MarketingCost](
    columns=(
        Column(
            "day",
            gettext_lazy("Day"),
            lambda c: day_cell(c.spent_on),
            value=lambda c: c.spent_on,
            sort="spent_on",
        ),
        Column("purpose", gettext_lazy("Purpose"), lambda c: str(_PURPOSES[c.purpose])),
        Column(
            "note",
            gettext_lazy("For what"),
            lambda c: link(c.note or _("no words"), f"/economics/costs/{c.pk}/"),
            value=lambda c: c.note,
        ),
        Column(
            "segment",
            gettext_lazy("Segment"),
            lambda c: text_cell(c.segment.name) if c.segment else EMPTY,
            value=lambda c: c.segment and c.segment.name,
        ),
        Column(
            "amount",
            gettext_lazy("Sum"),
            lambda c: formats.money(c.amount, c.currency),
            value=lambda c: c.amount,
            sort="amount",
            align="end",
        ),
        Column("currency", gettext_lazy("Currency"), lambda c: c.currency, shown=False),
    ),
    filters=(
        ChoiceFilter(
            "purpose",
            gettext_lazy("Purpose"),
            "purpose",
            lambda: [(code, str(label)) for code, label in _PURPOSES.items()],
            is_text=True,
        ),
        ChoiceFilter("segment", gettext_lazy("Segment"), "segment", _segments),
        DayFilter("day", gettext_lazy("Day"), "spent_on"),
    ),
    sort="-day",
    load=lambda rows: rows.select_related("segment"),
)


@require_GET
@demand(Action.VIEW_COMPANY)
def marketing_costs(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        LIST,
        MarketingCost.objects.filter(deleted_at=None),
        template="office/economics/marketing_costs.html",
        name="marketing-costs",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/economics/no_costs.html",
        tabs=tabs(request.user, "marketing_costs"),
        may_record=may(request.user, Action.RECORD_MARKETING),
    )


@require_http_methods(["GET", "POST"])
@demand(Action.RECORD_MARKETING)
def marketing_cost(request: Request, pk: int | None = None) -> HttpResponse:
    cost = _cost(pk) if pk else None
    initial = (
        {name: getattr(cost, name) for name in MarketingCostForm.base_fields}
        if cost
        else {"spent_on": today(), "currency": company().currency}
    )
    form = MarketingCostForm(request.POST or None, initial=initial, currencies=known_currencies())
    seen = Seen(request, form, cost)

    def save(values: dict[str, Any]) -> None:
        given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, **values}
        change_marketing_cost(cost=cost, **given) if cost else create_marketing_cost(**given)

    if seen.write(save):
        toast(request, _("Saved."))
        return redirect("marketing_costs")
    title = _("Marketing cost") if cost else _("New marketing cost")
    back = reverse("marketing_costs")
    context = {"form": form, "seen": seen, "cost": cost, "title": title, "back": back}
    return render(request, "office/economics/marketing_cost.html", context)


@require_POST
@demand(Action.RECORD_MARKETING)
def remove_cost(request: Request, pk: int) -> HttpResponse:
    run = f"marketing-{pk}-{now():%Y%m%d%H%M%S%f}"
    remove_marketing_cost(cost=_cost(pk), by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The cost is removed."), undo_run=run)
    return redirect("marketing_costs")


def _cost(pk: int) -> MarketingCost:
    cost = MarketingCost.objects.filter(pk=pk, deleted_at=None).first()
    if cost is None:
        raise Http404
    return cost
