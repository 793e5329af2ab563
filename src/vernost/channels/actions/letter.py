"""What people and programs do with outgoing letters; handing them over is in actions/delivery.py."""

import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from vernost.channels.enums import LetterKind, LetterState, Trouble
from vernost.channels.models import Letter
from vernost.channels.outlet import hold_of
from vernost.core.actions.record import change_record
from vernost.core.actions.records import change_records
from vernost.core.enums import Face
from vernost.core.models import User


class UnableToChangeLetter(Exception):
    """The letter is not in the state in which this can be done any more."""

    def __str__(self) -> str:
        return _("This letter has moved on in the meantime. Nothing was changed.")


def queue_letter(
    *,
    kind: LetterKind,
    to_address: str,
    subject: str,
    text: str,
    by: User | None,
    at: datetime,
    to_name: str = "",
    html: str = "",
    reply_to: str = "",
    dedupe_key: str = "",
    unsubscribable: bool = False,
    is_sample: bool = False,
    not_before: datetime | None = None,
) -> Letter:
    """Puts a letter into the queue, or returns the one that was written for the same `dedupe_key` before. Where nothing
    is sent it is held back at once, with the reason. The log is the letter itself: no audit line beside it.
    """
    number = new_message_id()
    hold = hold_of(is_sample=is_sample)
    letter, _new = Letter.objects.get_or_create(
        dedupe_key=dedupe_key or number,
        defaults={
            "kind": kind,
            "to_address": to_address,
            "to_name": to_name,
            "reply_to": reply_to,
            "subject": subject,
            "text": text,
            "html": html,
            "unsubscribable": unsubscribable,
            "message_id": number,
            "person": by,
            "state": LetterState.HELD if hold else LetterState.QUEUED,
            "trouble": hold or "",
            "created_at": at,
            "next_try_at": not_before or at,
            "is_sample": is_sample,
        },
    )
    return letter


def new_message_id() -> str:
    """Without brackets; nobody's number before, and after the sender's domain."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"
    return f"{uuid.uuid4().hex}.{secrets.token_hex(4)}@{domain}"


def cancel_letters(*, letters: QuerySet[Letter], by: User | None, at: datetime, face: Face) -> int:
    """Takes those of `letters` that still wait out of the queue, and returns how many that were."""
    return _change_all(letters, LetterState.QUEUED, {"state": LetterState.CANCELLED.value}, by, at, face)


def requeue_letters(
    *, letters: QuerySet[Letter], not_before: datetime, by: User | None, at: datetime, face: Face
) -> int:
    """Puts those of `letters` that were cancelled back into the queue."""
    values = {"state": LetterState.QUEUED.value, "next_try_at": not_before}
    return _change_all(letters, LetterState.CANCELLED, values, by, at, face)


def retry_letter(*, letter: Letter, by: User, at: datetime, face: Face) -> Letter:
    """Tries a failed letter again: the server has certainly not taken it. UnableToChangeLetter for any other."""
    with transaction.atomic():
        letter = _locked(letter, LetterState.FAILED)
        if letter.trouble == Trouble.AGAIN:
            raise UnableToChangeLetter
        values = {
            "state": LetterState.QUEUED, "trouble": "", "server_said": "", "attempts": 0, "next_try_at": at,
        }  # fmt: skip
        return change_record(record=letter, values=values, by=by, at=at, face=face)


def settle_letter(*, letter: Letter, arrived: bool, by: User, at: datetime, face: Face) -> Letter:
    """What a person found out about an unsure letter. It arrived: it counts as sent. It did not: it is written anew,
    under a new number, and that one is returned. UnableToChangeLetter when it is not unsure.
    """
    with transaction.atomic():
        letter = _locked(letter, LetterState.UNSURE)
        if arrived:
            values = {
                "state": LetterState.SENT,
                "sent_at": letter.sending_at,
                "trouble": "",
                "server_said": "",
            }
            return change_record(record=letter, values=values, by=by, at=at, face=face)
        old = letter.pk
        change_record(
            record=letter, values={"state": LetterState.FAILED, "trouble": Trouble.AGAIN},
            by=by, at=at, face=face,
        )  # fmt: skip
        return queue_letter(
            kind=LetterKind(letter.kind), to_address=letter.to_address, to_name=letter.to_name,
            subject=letter.subject, text=letter.text, html=letter.html, reply_to=letter.reply_to,
            unsubscribable=letter.unsubscribable, is_sample=letter.is_sample,
            dedupe_key=f"again:{old}", by=letter.person, at=at,
        )  # fmt: skip


def note_answer(*, message_id: str, at: datetime) -> None:
    """An answer of `at` named this number, of whoever's letter: the first answer counts, and an unsure letter that was
    answered has arrived.
    """
    number = message_id.strip("<> \t\r\n")
    with transaction.atomic():
        found = Letter.objects.filter(message_id=number, created_at__lte=at)
        found.filter(answered_at=None).update(answered_at=at)
        note_taken(message_ids=[number])


def note_taken(*, message_ids: Iterable[str]) -> int:
    """Letters with these numbers were seen in a mailbox: those that were unsure have been taken. Returns how many."""
    unsure = Letter.objects.filter(message_id__in=list(message_ids), state=LetterState.UNSURE)
    return unsure.update(state=LetterState.SENT, sent_at=F("sending_at"), trouble="", server_said="")


def _change_all(
    letters: QuerySet[Letter],
    state: LetterState,
    values: Mapping[str, object],
    by: User | None,
    at: datetime,
    face: Face,
) -> int:
    """Of `letters` those in the state, held until the transaction ends: no delivery takes one meanwhile."""
    with transaction.atomic():
        found = list(letters.filter(state=state).select_for_update(of=("self",)).order_by("pk"))
        change_records(changes=[(one, values) for one in found], by=by, at=at, face=face, run="")
    return len(found)


def _locked(letter: Letter, state: LetterState) -> Letter:
    found = Letter.objects.select_for_update().filter(pk=letter.pk, state=state).first()
    if found is None:
        raise UnableToChangeLetter
    return found
