from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.dealings.schemas import DealingsAsked, NewPayment, PaymentChange, PaymentShown
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.clients.actions.payment import change_payment, create_payment, remove_payment
from vernost.clients.models import Client, Invoice, Payment
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("money")
_NO_INVOICE = gettext_lazy("The client has no such invoice.")


@operations.reads("/payments", right=Action.VIEW_MONEY, answer=Page[PaymentShown])
def list_payments(request: Request, asked: Query[DealingsAsked]) -> Page[PaymentShown]:
    """Payments of the clients whose money the token's owner sees."""
    rows = of_clients(Payment, request.auth, Action.VIEW_MONEY)
    found = narrowed(
        rows,
        client=asked.client_id,
        number=asked.number,
        paid_on__gte=asked.day_from,
        paid_on__lte=asked.day_to,
    )
    return page_of(found, asked, PaymentShown)


@operations.creates("/payments", right=Action.CHANGE_CLIENT, answer=PaymentShown)
def create_a_payment(request: Request, given: NewPayment) -> Payment:
    """A new payment."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = _checked(client, given.model_dump(exclude={"client_id"}))
    return create_payment(client=client, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/payments/{payment_id}", right=Action.VIEW_MONEY, answer=PaymentShown)
def show_payment(request: Request, payment_id: Number) -> Payment:
    """One payment."""
    return _payment(request.auth, payment_id, Action.VIEW_MONEY)


@operations.changes("/payments/{payment_id}", right=Action.CHANGE_CLIENT, answer=PaymentShown)
def change_a_payment(request: Request, payment_id: Number, given: PaymentChange) -> Payment:
    """Writes the values that are sent and no others."""
    payment = _payment(request.auth, payment_id, Action.CHANGE_CLIENT)
    standing = standing_of(payment, given.saw)
    values = _checked(payment.client, given.values)
    return change_payment(
        payment=payment, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.removes("/payments/{payment_id}", right=Action.CHANGE_CLIENT)
def remove_a_payment(request: Request, payment_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    payment = _payment(request.auth, payment_id, Action.CHANGE_CLIENT)
    remove_payment(payment=payment, by=request.auth, at=now(), face=Face.API)


def _payment(person: User, pk: int, action: Action) -> Payment:
    return record_for(Payment, person, pk, seen=Action.VIEW_MONEY, action=action)


def _checked(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    chosen(Invoice.objects.filter(client=client, deleted_at=None), values, "invoice_id", _NO_INVOICE)
    if values.get("amount") == 0:
        raise wrong("body.amount", _("A payment of nothing is none."))
    return values
