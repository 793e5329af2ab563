from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from vernost.clients.models import Client, Invoice, Payment
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class PaymentFields(TypedDict, total=False):
    invoice: Invoice | None
    number: str
    paid_on: date
    amount: Decimal
    currency: str
    is_sample: bool


def create_payment(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[PaymentFields],
) -> Payment:
    """IntegrityError when the number is taken at this client."""
    return create_record(record=Payment(client=client, **fields), by=by, at=at, face=face, run=run)


def change_payment(
    *,
    payment: Payment,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[PaymentFields],
) -> Payment:
    """ChangedMeanwhile when another value stands there than in `standing`."""
    return change_record(
        record=payment, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def remove_payment(*, payment: Payment, by: User, at: datetime, face: Face, run: str = "") -> Payment:
    return remove_record(record=payment, by=by, at=at, face=face, run=run)
