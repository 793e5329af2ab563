from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.gates import INVOICE_ISSUED
from vernost.clients.models import Client, Invoice, Order
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.gates import Override
from vernost.core.models import User


class InvoiceFields(TypedDict, total=False):
    order: Order | None
    number: str
    issued_on: date
    due_on: date
    amount: Decimal
    currency: str
    paid_on: date | None
    is_sample: bool


def create_invoice(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    override: Override | None = None,
    **fields: Unpack[InvoiceFields],
) -> Invoice:
    """IntegrityError when the number is taken at this client or it is due before its issue; GateRefused when the
    client may not pay so late.
    """
    with transaction.atomic():
        invoice = create_record(record=Invoice(client=client, **fields), by=by, at=at, face=face, run=run)
        INVOICE_ISSUED.ask(invoice, override=override, by=by, at=at, face=face, run=run)
    return invoice


def change_invoice(
    *,
    invoice: Invoice,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[InvoiceFields],
) -> Invoice:
    """ChangedMeanwhile when another value stands there than in `standing`."""
    return change_record(
        record=invoice, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def remove_invoice(*, invoice: Invoice, by: User, at: datetime, face: Face, run: str = "") -> Invoice:
    return remove_record(record=invoice, by=by, at=at, face=face, run=run)
