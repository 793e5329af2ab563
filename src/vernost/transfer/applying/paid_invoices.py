"""What a file of invoices says of their payment: a payment of its own, in the same batch and taken back with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Sum

from vernost.clients.models import Invoice, Payment
from vernost.core.actions.rows import create_rows
from vernost.transfer.applying.cells import ABSENT
from vernost.transfer.applying.chunk import Chunk
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import Result, RowRefused
from vernost.transfer.enums import Outcome, Policy


@dataclass(frozen=True)
class Paid:
    """`amount` is None where the file tells the day alone: all was paid on it."""

    on: date
    amount: Decimal | None


def payments_said(
    context: Context, chunk: Chunk, results: Sequence[Result], values: dict[str, list[Any]]
) -> list[Paid | None]:
    """What each row says was paid. A part leaves the invoice open (`paid_on` is the day when all was paid); a sum
    without its day refuses the row.
    """
    days = chunk.column("paid_on") if context.plan.mapping.get("paid_on") else [None] * len(chunk)
    sums = chunk.column("paid_amount") if context.plan.mapping.get("paid_amount") else [None] * len(chunk)
    found: list[Paid | None] = []
    for place, (result, on, amount) in enumerate(zip(results, days, sums, strict=True)):
        if amount and on is None and not result.reason:
            result.refuse(RowRefused("paid_without_day"))
        found.append(None if on is None or amount == 0 else Paid(on, amount))
        whole = values["amount"][place]
        if amount is not None and on is not None and whole is not ABSENT and amount < whole:
            values["paid_on"][place] = ABSENT
    return found


def pay(context: Context, results: Sequence[Result], said: Sequence[Paid | None]) -> None:
    """Writes the payments that are missing: of what the file says was paid, as much as no payment of the invoice covers
    yet. So the same file twice, or beside a file of payments, pays nothing twice.
    """
    keeps = context.plan.policy_of("paid_on") is Policy.NEVER
    due = {
        result.object_id: one
        for result, one in zip(results, said, strict=True)
        if one is not None
        and result.object_id
        and not (keeps and result.outcome != Outcome.CREATED)
        and result.outcome != Outcome.REFUSED
    }
    if not due:
        return
    invoices = Invoice.objects.in_bulk(list(due))
    came = Payment.objects.filter(invoice__in=due, deleted_at=None, currency=F("invoice__currency"))
    paid = dict(came.values_list("invoice_id").annotate(sum=Sum("amount")).order_by())
    rows = []
    for pk, one in due.items():
        invoice = invoices[pk]
        missing = (invoice.amount if one.amount is None else one.amount) - paid.get(pk, Decimal())
        if missing > 0:
            rows.append((invoice.client_id, pk, one.on, missing, invoice.currency))
    if not rows:
        return
    columns = ("client_id", "invoice_id", "paid_on", "amount", "currency")
    numbers = create_rows(model=Payment, values=dict(zip(columns, zip(*rows, strict=True), strict=True)))
    for number in numbers:
        context.note_created(Payment._meta.label_lower, number)
