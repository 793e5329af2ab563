"""What can be mended on a client's card: each kind with its form, its actions and the right that it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.clients.actions.competitor import change_competitor_estimate, remove_competitor_estimate
from vernost.clients.actions.invoice import change_invoice, remove_invoice
from vernost.clients.actions.order import change_order, remove_order
from vernost.clients.actions.payment import change_payment, remove_payment
from vernost.clients.actions.potential import change_potential, remove_potential
from vernost.clients.models import Client, CompetitorAtClient, Invoice, Order, Payment, Potential
from vernost.core.access import Action
from vernost.core.days import noon
from vernost.office.clients.parts_forms import CompetitorForm, PotentialForm
from vernost.office.dealings.forms import OrderForm
from vernost.office.facts.forms import (
    MendAct,
    MendComplaint,
    MendInteraction,
    MendInvoice,
    MendPayment,
    MendRating,
)
from vernost.voice.actions.act import change_act, remove_act
from vernost.voice.actions.complaint import change_complaint, remove_complaint
from vernost.voice.actions.interaction import change_interaction, remove_interaction
from vernost.voice.actions.rating import change_rating, remove_rating
from vernost.voice.models import Act, Complaint, Interaction, Rating

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


_TAKEN = _("This cannot be: perhaps the number is taken at this client. Nothing was saved.")


@dataclass(frozen=True)
class FactKind:
    """`name` is the keyword by which the actions take the record; `form` is given data, initial values, the client and
    the record; `beside` are the values of its fields that are none of the record's; `taken` is said where the database
    refuses. `of_money`: it tells sums, which not everybody may see. `gated`: a policy may refuse the change.
    """

    name: str
    label: "_StrPromise"
    model: type[models.Model]
    right: Action
    form: Callable[[Any, dict[str, Any], Client, Any], forms.Form]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    beside: Callable[[Any], dict[str, Any]] = lambda record: {}
    taken: "_StrPromise" = _TAKEN
    of_money: bool = False
    gated: bool = False


def _day_of(record: Interaction) -> dict[str, Any]:
    return {"day": localtime(record.at).date()}


def _change_talk(*, day: date | None = None, **given: Any) -> Interaction:
    """Another day is noon of that day; the hour stays as it was while the day is the same."""
    if day is not None:
        given["happened_at"] = noon(day)
    return change_interaction(**given)


def _no_client(
    form: type[forms.Form], **more: Any
) -> Callable[[Any, dict[str, Any], Client, Any], forms.Form]:
    return lambda data, initial, _client, _record: form(data, initial=initial, **more)


def _of_client(form: Callable[..., forms.Form]) -> Callable[[Any, dict[str, Any], Client, Any], forms.Form]:
    return lambda data, initial, client, _record: form(data, initial=initial, client=client)


_OF_THE_DAY = _("There is an estimate of this day already. Nothing was saved; change that one.")
_CARD, _TALK = Action.CHANGE_CLIENT, Action.LOG_INTERACTION
FACTS = {
    kind.name: kind
    for kind in (
        FactKind("order", _("Order"), Order, _CARD, _no_client(OrderForm), change_order, remove_order,
                 of_money=True, gated=True),
        FactKind("invoice", _("Invoice"), Invoice, _CARD, _of_client(MendInvoice), change_invoice, remove_invoice,
                 of_money=True),
        FactKind("payment", _("Payment"), Payment, _CARD, _of_client(MendPayment), change_payment, remove_payment,
                 of_money=True),
        FactKind("estimate", _("Competitor"), CompetitorAtClient, _CARD, _no_client(CompetitorForm, known=True),
                 change_competitor_estimate, remove_competitor_estimate, taken=_OF_THE_DAY),
        FactKind("potential", _("What the client could spend"), Potential, _CARD, _no_client(PotentialForm),
                 change_potential, remove_potential, taken=_OF_THE_DAY, of_money=True),
        FactKind("complaint", _("Complaint"), Complaint, _TALK, _no_client(MendComplaint), change_complaint,
                 remove_complaint),
        FactKind("rating", _("Rating"), Rating, _TALK, _no_client(MendRating), change_rating, remove_rating),
        FactKind("act", _("Act of the client"), Act, _TALK, _no_client(MendAct), change_act, remove_act),
        FactKind("interaction", _("Contact"), Interaction, _TALK, lambda data, initial, _client, record:
            MendInteraction(data, initial=initial, record=record), _change_talk, remove_interaction, beside=_day_of),
    )
}  # fmt: skip
