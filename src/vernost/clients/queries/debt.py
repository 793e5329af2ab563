"""What clients owe past the due day, from invoices and the payments that name them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum

from vernost.clients.models import Client, Invoice


@dataclass(frozen=True)
class Debt:
    """An invoice past its day, and what of it is still to be paid."""

    invoice: Invoice
    left: Decimal
    days: int


def debts_of(client: Client, as_of: date) -> list[Debt]:
    """Invoices of `client` that were due before `as_of` and were not paid in full by then, the oldest first."""
    return debts_among(Invoice.objects.filter(client=client), as_of)


def debts_among(invoices: QuerySet[Invoice], as_of: date) -> list[Debt]:
    """As `debts_of`, among `invoices` of whichever clients."""
    found = []
    for invoice in unpaid(invoices, as_of).order_by("due_on", "pk"):
        paid: Decimal | None = getattr(invoice, "paid", None)
        left = invoice.amount - (paid or Decimal())
        if left > 0:
            found.append(Debt(invoice, left, (as_of - invoice.due_on).days))
    return found


def unpaid(invoices: QuerySet[Invoice], as_of: date) -> QuerySet[Invoice]:
    """Those due before `as_of` and not marked as paid by then, with the sum `paid` by then in their own currency."""
    counted = Q(payments__deleted_at=None, payments__paid_on__lte=as_of, payments__currency=F("currency"))
    late = invoices.filter(deleted_at=None, due_on__lt=as_of).filter(Q(paid_on=None) | Q(paid_on__gt=as_of))
    return late.annotate(paid=Sum("payments__amount", filter=counted))
