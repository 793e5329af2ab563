from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.voice.faults import wrong_in_complaint
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
    """A complaint, as the client made it. WrongValues where it contradicts itself."""
    refuse_wrong(wrong_in_complaint(fields))
    return create_record(record=Complaint(client=client, **fields), by=by, at=at, face=face, run=run)


def change_complaint(
    *,
    complaint: Complaint,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ComplaintFields],
) -> Complaint:
    """ChangedMeanwhile when another value stands in the database than `standing` says; WrongValues as when opened."""
    days = {"opened_on": complaint.opened_on, "closed_on": complaint.closed_on}
    refuse_wrong(wrong_in_complaint(days | fields))
    return change_record(
        record=complaint, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def remove_complaint(*, complaint: Complaint, by: User, at: datetime, face: Face, run: str = "") -> Complaint:
    return remove_record(record=complaint, by=by, at=at, face=face, run=run)
