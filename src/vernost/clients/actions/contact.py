from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.actions.consent import note_birthday_consents
from vernost.clients.enums import ConsentSource, ContactLevel, Influence
from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.actions.records import change_records, create_records
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
    contact = Contact(client=client, **fields)
    with transaction.atomic():
        create_record(record=contact, by=by, at=at, face=face, run=run)
        note_birthday_consents(contacts=[contact], source=_source(face), by=by, at=at)
    return contact


def change_contact(
    *,
    contact: Contact,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ContactFields],
) -> Contact:
    """ChangedMeanwhile when another value stands there than in `standing`."""
    with transaction.atomic():
        change_record(
            record=contact, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
        )
        note_birthday_consents(contacts=[contact], source=_source(face), by=by, at=at)
    return contact


def remove_contact(*, contact: Contact, by: User, at: datetime, face: Face, run: str = "") -> Contact:
    return remove_record(record=contact, by=by, at=at, face=face, run=run)


def create_contacts(
    *, records: Sequence[Contact], by: User | None, at: datetime, face: Face, run: str, audited: bool = True
) -> None:
    """Saves many new contacts; what they agreed to goes into the history of consents."""
    with transaction.atomic():
        create_records(records=records, by=by, at=at, face=face, run=run, audited=audited)
        note_birthday_consents(contacts=records, source=_source(face), by=by, at=at)


def change_contacts(
    *,
    changes: Sequence[tuple[Contact, Mapping[str, Any]]],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
) -> None:
    with transaction.atomic():
        change_records(changes=changes, by=by, at=at, face=face, run=run)
        note_birthday_consents(
            contacts=[contact for contact, _values in changes], source=_source(face), by=by, at=at
        )


def _source(face: Face) -> ConsentSource:
    return ConsentSource.IMPORT if face == Face.IMPORT else ConsentSource.CARD
