"""Marketing costs by purpose: what winning and keeping are counted from (K1)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.economics.marketing_schemas import (
    MarketingCostChange,
    MarketingCostsAsked,
    MarketingCostShown,
    NewMarketingCost,
)
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.assessment.queries.winning import known_currencies
from vernost.clients.actions.marketing_cost import (
    change_marketing_cost,
    create_marketing_cost,
    remove_marketing_cost,
)
from vernost.clients.models import MarketingCost, Segment
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("judgement")
_NO_SEGMENT = gettext_lazy("There is no such segment.")


@operations.reads("/marketing-costs", right=Action.VIEW_COMPANY, answer=Page[MarketingCostShown])
def list_marketing_costs(request: Request, asked: Query[MarketingCostsAsked]) -> Page[MarketingCostShown]:
    """Money spent on clients in general. What was spent on one client belongs to his costs."""
    rows = narrowed(
        MarketingCost.objects.filter(deleted_at=None),
        purpose=asked.purpose,
        segment=asked.segment_id,
        spent_on__gte=asked.day_from,
        spent_on__lte=asked.day_to,
    )
    return page_of(rows, asked, MarketingCostShown)


@operations.creates("/marketing-costs", right=Action.RECORD_MARKETING, answer=MarketingCostShown)
def record_marketing_cost(request: Request, given: NewMarketingCost) -> MarketingCost:
    """A new cost."""
    values = _checked(given.model_dump())
    return create_marketing_cost(by=request.auth, at=now(), face=Face.API, **values)


@operations.reads(
    "/marketing-costs/{marketing_cost_id}", right=Action.VIEW_COMPANY, answer=MarketingCostShown
)
def show_marketing_cost(request: Request, marketing_cost_id: Number) -> MarketingCost:
    """One cost."""
    return _cost(marketing_cost_id)


@operations.changes(
    "/marketing-costs/{marketing_cost_id}", right=Action.RECORD_MARKETING, answer=MarketingCostShown
)
def change_cost_of_marketing(
    request: Request, marketing_cost_id: Number, given: MarketingCostChange
) -> MarketingCost:
    """Writes the values that are sent and no others."""
    cost = _cost(marketing_cost_id)
    standing = standing_of(cost, given.saw)
    values = _checked(given.values)
    return change_marketing_cost(
        cost=cost, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.removes("/marketing-costs/{marketing_cost_id}", right=Action.RECORD_MARKETING)
def remove_cost_of_marketing(request: Request, marketing_cost_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    remove_marketing_cost(cost=_cost(marketing_cost_id), by=request.auth, at=now(), face=Face.API)


def _cost(pk: int) -> MarketingCost:
    return found(MarketingCost.objects.filter(deleted_at=None), pk)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    chosen(Segment.objects.all(), values, "segment_id", _NO_SEGMENT)
    known = known_currencies()
    if values.get("currency", next(iter(known))) not in known:
        text = _("There is no rate for this currency. Known: %(known)s.")
        raise wrong("body.currency", text % {"known": ", ".join(sorted(known))})
    return values
