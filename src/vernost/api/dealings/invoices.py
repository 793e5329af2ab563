from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.dealings.schemas import DealingsAsked, InvoiceChange, InvoiceShown, NewInvoice
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number, override_of
from vernost.clients.actions.invoice import change_invoice, create_invoice, remove_invoice
from vernost.clients.models import Client, Invoice, Order
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("money")
_NO_ORDER = gettext_lazy("The client has no such order.")


@operations.reads("/invoices", right=Action.VIEW_MONEY, answer=Page[InvoiceShown])
def list_invoices(request: Request, asked: Query[DealingsAsked]) -> Page[InvoiceShown]:
    """Invoices of the clients whose money the token's owner sees; the days are those of issue."""
    rows = of_clients(Invoice, request.auth, Action.VIEW_MONEY)
    found = narrowed(
        rows,
        client=asked.client_id,
        number=asked.number,
        issued_on__gte=asked.day_from,
        issued_on__lte=asked.day_to,
    )
    return page_of(found, asked, InvoiceShown)


@operations.creates("/invoices", right=Action.CHANGE_CLIENT, answer=InvoiceShown)
def create_an_invoice(request: Request, given: NewInvoice) -> Invoice:
    """A new invoice; 409 where a policy speaks against so late a day."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = _with_records(client, given.model_dump(exclude={"client_id", "why"}))
    _refuse_due_before_issue(values)
    return create_invoice(
        client=client, by=request.auth, at=now(), face=Face.API, override=override_of(given.why), **values
    )


@operations.reads("/invoices/{invoice_id}", right=Action.VIEW_MONEY, answer=InvoiceShown)
def show_invoice(request: Request, invoice_id: Number) -> Invoice:
    """One invoice."""
    return _invoice(request.auth, invoice_id, Action.VIEW_MONEY)


@operations.changes("/invoices/{invoice_id}", right=Action.CHANGE_CLIENT, answer=InvoiceShown)
def change_an_invoice(request: Request, invoice_id: Number, given: InvoiceChange) -> Invoice:
    """Writes the values that are sent and no others."""
    invoice = _invoice(request.auth, invoice_id, Action.CHANGE_CLIENT)
    standing = standing_of(invoice, given.saw)
    values = _with_records(invoice.client, given.values)
    _refuse_due_before_issue(
        {name: values.get(name, getattr(invoice, name)) for name in ("issued_on", "due_on")}
    )
    return change_invoice(
        invoice=invoice, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.removes("/invoices/{invoice_id}", right=Action.CHANGE_CLIENT)
def remove_an_invoice(request: Request, invoice_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    invoice = _invoice(request.auth, invoice_id, Action.CHANGE_CLIENT)
    remove_invoice(invoice=invoice, by=request.auth, at=now(), face=Face.API)


def _invoice(person: User, pk: int, action: Action) -> Invoice:
    return record_for(Invoice, person, pk, seen=Action.VIEW_MONEY, action=action)


def _with_records(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    chosen(Order.objects.filter(client=client, deleted_at=None), values, "order_id", _NO_ORDER)
    return values


def _refuse_due_before_issue(values: dict[str, Any]) -> None:
    if values["due_on"] < values["issued_on"]:
        raise wrong("body.due_on", _("It cannot be due before it is issued."))
