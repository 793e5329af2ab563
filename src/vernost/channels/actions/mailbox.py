"""What a person sets of a mailbox, and what becomes of reading it."""

from datetime import date, datetime, timedelta
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.channels.enums import Security
from vernost.channels.imap.server import MailboxProblem
from vernost.channels.models import Mailbox
from vernost.channels.queries.mailbox import PURPOSE
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.cipher import encrypt
from vernost.core.enums import Face
from vernost.core.models import Team, User

_BETWEEN = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(hours=6)
_UNTIL_GIVEN_UP = timedelta(minutes=30)


class MailboxFields(TypedDict, total=False):
    """`password` as the person typed it; empty keeps the one that is there."""

    address: str
    host: str
    port: int
    security: Security | str
    login: str
    password: str
    folder_in: str
    folder_sent: str
    since_on: date
    is_on: bool
    team: Team | None
    is_sample: bool


def create_mailbox(
    *,
    owner: User | None,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[MailboxFields],
) -> Mailbox:
    """A person's mailbox, or without `owner` one of the company's. IntegrityError when he has one already."""
    mailbox = Mailbox(owner=owner, next_try_at=at, **_sealed(fields))
    return create_record(record=mailbox, by=by, at=at, face=face, run=run)


def change_mailbox(
    *,
    mailbox: Mailbox,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[MailboxFields],
) -> Mailbox:
    """Writes the given fields; it is read anew at once, whatever went wrong before."""
    values = _sealed(fields) | {"next_try_at": at, "failures": 0}
    return change_record(record=mailbox, values=values, by=by, at=at, face=face, run=run)


def remove_mailbox(*, mailbox: Mailbox, by: User, at: datetime, face: Face) -> Mailbox:
    """It is read no more and its password is forgotten."""
    with transaction.atomic():
        Mailbox.objects.filter(pk=mailbox.pk).update(sealed_password="", is_on=False)
        mailbox.sealed_password, mailbox.is_on = "", False
        return remove_record(record=mailbox, by=by, at=at, face=face)


def retry_mailbox(*, mailbox: Mailbox, at: datetime) -> None:
    """The next look of the worker reads it, however long it was to wait. Nothing of this is anybody's record."""
    Mailbox.objects.filter(pk=mailbox.pk).update(next_try_at=at)


def claim_mailbox(*, mailbox: Mailbox, at: datetime) -> bool:
    """Whether this worker may read it; the others pass it by until it was read, or half an hour if this one dies."""
    free = Mailbox.objects.filter(pk=mailbox.pk, next_try_at__lte=at)
    return bool(free.update(next_try_at=at + _UNTIL_GIVEN_UP))


def note_success(*, mailbox: Mailbox, new: int, at: datetime) -> None:
    mailbox.letter_count += new
    mailbox.last_tried_at = mailbox.last_success_at = at
    mailbox.last_problem, mailbox.last_detail, mailbox.failures = "", "", 0
    mailbox.next_try_at = at + _BETWEEN
    mailbox.save(update_fields=[*_STATE, "last_success_at", "letter_count"])


def note_failure(*, mailbox: Mailbox, problem: MailboxProblem, at: datetime) -> None:
    """The next try comes later and later, up to six hours."""
    mailbox.failures += 1
    mailbox.last_tried_at = at
    mailbox.last_problem, mailbox.last_detail = problem.problem, problem.detail
    wait = _BETWEEN * 2 ** min(mailbox.failures, 10)
    mailbox.next_try_at = at + min(wait, _LONGEST_WAIT)
    mailbox.save(update_fields=list(_STATE))


_STATE = ("last_tried_at", "last_problem", "last_detail", "failures", "next_try_at")


def _sealed(fields: MailboxFields) -> dict[str, Any]:
    values: dict[str, Any] = dict(fields)
    password = values.pop("password", "")
    if password:
        values["sealed_password"] = encrypt(password, purpose=PURPOSE)
    return values
