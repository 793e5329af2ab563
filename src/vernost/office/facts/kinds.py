"""What can be mended on a client's card: each kind with its form, its actions and the right that it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.clients.actions.invoice import change_invoice, remove_invoice
from vernost.clients.actions.order import change_order, remove_order
from vernost.clients.actions.payment import change_payment, remove_payment
from vernost.clients.models import Client, Invoice, Order, Payment
from vernost.core.access import Action
from vernost.office.facts.forms import (
    MendAct,
    MendComplaint,
    MendInteraction,
    MendInvoice,
    MendOrder,
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


@dataclass(frozen=True)
class FactKind:
    """`name` is the keyword by which the actions take the record; `form` is given data, initial values, the client and
    the record. `gated`: the change may be refused by a policy.
    """

    name: str
    label: "_StrPromise"
    model: type[models.Model]
    right: Action
    form: Callable[[Any, dict[str, Any], Client, Any], forms.Form]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    gated: bool = False


def _day_of(record: Interaction) -> dict[str, Any]:
    return {"day": localtime(record.at).date()}


_CARD, _TALK = Action.CHANGE_CLIENT, Action.LOG_INTERACTION
FACTS = {
    kind.name: kind
    for kind in (
        FactKind("order", _("Order"), Order, _CARD, lambda data, initial, _client, _record: MendOrder(
            data, initial=initial), change_order, remove_order, gated=True),
        FactKind("invoice", _("Invoice"), Invoice, _CARD, lambda data, initial, client, _record: MendInvoice(
            data, initial=initial, client=client), change_invoice, remove_invoice),
        FactKind("payment", _("Payment"), Payment, _CARD, lambda data, initial, client, _record: MendPayment(
            data, initial=initial, client=client), change_payment, remove_payment),
        FactKind("complaint", _("Complaint"), Complaint, _TALK, lambda data, initial, _client, _record: MendComplaint(
            data, initial=initial), change_complaint, remove_complaint),
        FactKind("rating", _("Rating"), Rating, _TALK, lambda data, initial, _client, _record: MendRating(
            data, initial=initial), change_rating, remove_rating),
        FactKind("act", _("Act of the client"), Act, _TALK, lambda data, initial, _client, _record: MendAct(
            data, initial=initial), change_act, remove_act),
        FactKind("interaction", _("Contact"), Interaction, _TALK, lambda data, initial, _client, record:
            MendInteraction(data, initial=initial | _day_of(record), record=record),
            change_interaction, remove_interaction),
    )
}  # fmt: skip
