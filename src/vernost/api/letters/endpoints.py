from typing import Any

from django.db.models import QuerySet
from ninja import Query

from vernost.api.letters.schemas import (
    ConsentsAsked,
    ConsentShown,
    LettersAsked,
    NewConsent,
    NewLetter,
    OutgoingLetterShown,
    Settled,
    WholeLetterShown,
)
from vernost.api.shell.access import chosen, client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of, records_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.records import record_for
from vernost.api.shell.values import Number
from vernost.api.voice.complaints import NOT_THEIRS
from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose
from vernost.care.queries.client_letter import changeable_by, letters_for
from vernost.channels.actions.letter import (
    UnableToChangeLetter,
    cancel_letters,
    retry_letter,
    settle_letter,
)
from vernost.channels.models import Letter
from vernost.channels.tasks import request_delivery
from vernost.clients.actions.consent import record_consent
from vernost.clients.models import Consent, Contact
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("letters")
_COLUMNS = (
    "id", "kind", "person_id", "to_address", "to_name", "subject", "state", "trouble", "server_said", "attempts",
    "created_at", "sent_at", "answered_at",
)  # fmt: skip


@operations.reads("/letters", right=Action.VIEW_CLIENT, answer=Page[OutgoingLetterShown])
def list_letters(request: Request, asked: Query[LettersAsked]) -> Page[OutgoingLetterShown]:
    """Letters to the clients that the token's owner sees, and what he wrote: sent, waiting, held back and why."""
    rows = narrowed(
        letters_for(request.auth).select_related("behind"),
        behind__client=asked.client_id,
        behind__mailing=asked.mailing_id,
        state__in=asked.state,
        kind=asked.kind,
    )
    records, following = records_of(rows, asked)
    items = [OutgoingLetterShown(**_told(one)) for one in records]
    return Page[OutgoingLetterShown](items=items, next=following)


@operations.creates("/clients/{client_id}/letters", right=Action.WRITE_LETTER, answer=WholeLetterShown)
def write_a_letter(request: Request, client_id: Number, given: NewLetter) -> WholeLetterShown:
    """A personal letter, sent in the background; when it was sent it is written down as a contact."""
    client = client_for(request.auth, client_id, Action.WRITE_LETTER)
    values = given.model_dump(exclude={"once"})
    chosen(client.contacts.filter(deleted_at=None).exclude(email=""), values, "contact_id", NOT_THEIRS)
    written = write_letter(
        client=client, purpose=LetterPurpose.WORK, by=request.auth, at=now(),
        dedupe_key=f"personal:{request.auth.pk}:api:{client.pk}:{given.once}" if given.once else "", **values,
    )  # fmt: skip
    request_delivery(request.auth)
    return whole(Letter.objects.select_related("behind").get(behind=written))


@operations.reads("/letters/{letter_id}", right=Action.VIEW_CLIENT, answer=WholeLetterShown)
def show_letter(request: Request, letter_id: Number) -> WholeLetterShown:
    """One letter with its text."""
    return whole(found(letters_for(request.auth).select_related("behind"), letter_id))


@operations.acts("/letters/{letter_id}/retry", right=Action.WRITE_LETTER, answer=WholeLetterShown)
def retry_a_letter(request: Request, letter_id: Number) -> WholeLetterShown:
    """Tries a failed letter again."""
    letter = _changeable(request.auth, letter_id)
    try:
        again = retry_letter(letter=letter, by=request.auth, at=now(), face=Face.API)
    except UnableToChangeLetter as moved:
        raise Refusal(Code.CLOSED) from moved
    request_delivery(request.auth)
    return whole(again)


@operations.acts("/letters/{letter_id}/settle", right=Action.WRITE_LETTER, answer=WholeLetterShown)
def settle_a_letter(request: Request, letter_id: Number, given: Settled) -> WholeLetterShown:
    """Says whether an unsure letter arrived; the one that is written anew is answered where it did not."""
    letter = _changeable(request.auth, letter_id)
    try:
        settled = settle_letter(
            letter=letter, arrived=given.arrived, by=request.auth, at=now(), face=Face.API
        )
    except UnableToChangeLetter as moved:
        raise Refusal(Code.CLOSED) from moved
    request_delivery(request.auth)
    return whole(settled)


@operations.acts("/letters/{letter_id}/cancel", right=Action.WRITE_LETTER, answer=WholeLetterShown)
def cancel_a_letter(request: Request, letter_id: Number) -> WholeLetterShown:
    """A letter that still waits stays here."""
    rows = Letter.objects.filter(pk=_changeable(request.auth, letter_id).pk)
    if not cancel_letters(letters=rows, by=request.auth, at=now(), face=Face.API):
        raise Refusal(Code.CLOSED)
    return whole(rows.select_related("behind").get())


@operations.reads("/consents", right=Action.VIEW_CLIENT, answer=Page[ConsentShown])
def list_consents(request: Request, asked: Query[ConsentsAsked]) -> Page[ConsentShown]:
    """Every word of the clients' people about being written to."""
    people = Contact.objects.filter(deleted_at=None, client__in=visible_to(request.auth))
    rows: QuerySet[Consent] = narrowed(
        Consent.objects.filter(contact__in=people),
        contact=asked.contact_id,
        contact__client=asked.client_id,
        purpose=asked.purpose,
    )
    return page_of(rows, asked, ConsentShown)


@operations.creates("/contacts/{contact_id}/consents", right=Action.CHANGE_CLIENT, answer=ConsentShown)
def record_a_consent(request: Request, contact_id: Number, given: NewConsent) -> Consent:
    """Writes down that a person agreed or took it back; what was said before stays in the history."""
    contact = record_for(
        Contact, request.auth, contact_id, seen=Action.VIEW_CLIENT, action=Action.CHANGE_CLIENT
    )
    return record_consent(contact=contact, by=request.auth, at=now(), face=Face.API, **given.model_dump())


def _changeable(person: User, pk: int) -> Letter:
    letter = found(letters_for(person), pk)
    if not changeable_by(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return letter


def _told(letter: Letter) -> dict[str, Any]:
    behind = getattr(letter, "behind", None)
    return {name: getattr(letter, name) for name in _COLUMNS} | {
        "client_id": behind.client_id if behind else None,
        "contact_id": behind.contact_id if behind else None,
        "mailing_id": behind.mailing_id if behind else None,
    }


def whole(letter: Letter) -> WholeLetterShown:
    return WholeLetterShown(text=letter.text, **_told(letter))
