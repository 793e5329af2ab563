"""What contacts allow and forbid. Nothing here is changed or removed: a new row says what holds from now on."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import batched

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Consent, Contact
from vernost.clients.queries.consent import standing_of
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User

_BATCH = 500


def record_consent(
    *,
    contact: Contact,
    purpose: ConsentPurpose,
    given: bool,
    source: ConsentSource,
    said_on: date,
    by: User | None,
    at: datetime,
    face: Face,
    note: str = "",
) -> Consent:
    """Writes down that the contact agreed or took it back. Who takes back the birthday's consent has his birthday
    forgotten: it is kept only of whom agreed.
    """
    consent = Consent(
        contact=contact, purpose=purpose, given=given, source=source, said_on=said_on, at=at, by=by, note=note
    )
    with transaction.atomic():
        create_record(record=consent, by=by, at=at, face=face)
        if purpose == ConsentPurpose.BIRTHDAY:
            values = {"consented_on": said_on} if given else {"consented_on": None, "birthday_on": None}
            change_record(record=contact, values=values, by=by, at=at, face=face)
    return consent


def withdraw_consents(
    *,
    contact: Contact,
    purposes: Iterable[ConsentPurpose],
    source: ConsentSource,
    by: User | None,
    at: datetime,
    face: Face,
    note: str = "",
) -> list[Consent]:
    """Takes back each of `purposes` that is not taken back already; a second click does nothing."""
    with transaction.atomic():
        standing = standing_of([contact.pk])
        return [
            record_consent(
                contact=contact,
                purpose=purpose,
                given=False,
                source=source,
                said_on=localtime(at).date(),
                by=by,
                at=at,
                face=face,
                note=note,
            )
            for purpose in purposes
            if (word := standing.get((contact.pk, purpose))) is None or word.given
        ]


def note_birthday_consents(
    *, contacts: Iterable[Contact], source: ConsentSource, by: User | None, at: datetime
) -> None:
    """Writes down what `consented_on` of these contacts says, where the history does not say it yet; of one in the
    recycle bin nothing holds.
    """
    for some in batched(contacts, _BATCH):
        standing = standing_of([contact.pk for contact in some])
        words = []
        for contact in some:
            word = standing.get((contact.pk, ConsentPurpose.BIRTHDAY))
            said_on = contact.consented_on if contact.deleted_at is None else None
            known = word.said_on if word is not None and word.given else None
            if said_on != known:
                words.append(
                    Consent(
                        contact=contact,
                        purpose=ConsentPurpose.BIRTHDAY,
                        given=said_on is not None,
                        source=source,
                        said_on=said_on or localtime(at).date(),
                        at=at,
                        by=by,
                    )
                )
        Consent.objects.bulk_create(words)


def bring_consents_in_line(*, client_ids: Collection[int], at: datetime) -> None:
    """After contacts of these clients were put back as they were, or were taken away at the moment `at`, without their
    actions: the consent to a birthday that came with what was taken back is taken back too.
    """
    contacts = Contact.objects.filter(Q(deleted_at=None) | Q(deleted_at=at), client__in=client_ids)
    note_birthday_consents(contacts=contacts.order_by("pk"), source=ConsentSource.CARD, by=None, at=at)
