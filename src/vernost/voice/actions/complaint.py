from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.models import Complaint


class ComplaintFields(TypedDict, total=False):
    contact: Contact | None
    responsible: User | None
    number: str
    opened_on: date
    closed_on: date | None
    subject: str
    justified: bool | None
    satisfied_after: bool | None
    cost: Decimal | None
    value: Decimal | None
    currency: str
    minutes: int | None
    is_sample: bool


def open_complaint(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[ComplaintFields],
) -> Complaint:
    """A complaint, as the client made it."""
    return create_record(record=Complaint(client=client, **fields), by=by, at=at, face=face, run=run)


def change_complaint(
    *,
    complaint: Complaint,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[ComplaintFields],
) -> Complaint:
    return change_record(record=complaint, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_complaint(*, complaint: Complaint, by: User, at: datetime, face: Face, run: str = "") -> Complaint:
    return remove_record(record=complaint, by=by, at=at, face=face, run=run)
