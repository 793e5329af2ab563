from datetime import date, datetime
from typing import TypedDict, Unpack

from vernost.clients.enums import ContactLevel, Influence
from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record, restore_record
from vernost.core.enums import Face
from vernost.core.models import User


class ContactFields(TypedDict, total=False):
    name: str
    role: str
    level: ContactLevel
    influence: Influence
    email: str
    phone: str
    talks_to: User | None
    birthday_on: date | None
    consented_on: date | None
    note: str
    is_sample: bool


def create_contact(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[ContactFields],
) -> Contact:
    """IntegrityError when a birthday comes without the day of consent."""
    return create_record(record=Contact(client=client, **fields), by=by, at=at, face=face, run=run)


def change_contact(
    *,
    contact: Contact,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[ContactFields],
) -> Contact:
    return change_record(record=contact, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_contact(*, contact: Contact, by: User, at: datetime, face: Face, run: str = "") -> Contact:
    return remove_record(record=contact, by=by, at=at, face=face, run=run)


def restore_contact(*, contact: Contact, by: User, at: datetime, face: Face, run: str = "") -> Contact:
    return restore_record(record=contact, by=by, at=at, face=face, run=run)
