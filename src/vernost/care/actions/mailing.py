"""A mailing from its draft to its letters. Who gets one is judged anew when it is released."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from itertools import batched
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.care.enums import CONSENT_FOR, LetterHold, LetterPurpose, MailingState
from vernost.care.letters.places import blanks_in, check_places, fill
from vernost.care.letters.templates import UNSUBSCRIBE
from vernost.care.models import ClientLetter, Mailing
from vernost.care.queries.letter_places import known_of
from vernost.care.queries.mailing import judge
from vernost.channels.actions.letter import cancel_letters, queue_letter, requeue_letters
from vernost.channels.enums import LetterKind
from vernost.channels.message import UNSUBSCRIBE_PLACE
from vernost.channels.models import Letter
from vernost.core.actions.record import change_record, create_record
from vernost.core.actions.records import change_records
from vernost.core.enums import Face
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User

_BATCH = 200
# So long a released letter waits, for second thoughts.
SECOND_THOUGHTS = timedelta(minutes=2)


class UnableToChangeMailing(Exception):
    """It has moved on: released, cancelled, or back."""

    def __str__(self) -> str:
        return _("This mailing has moved on in the meantime. Nothing was changed.")


class NobodyChosen(Exception):
    """A mailing without clients."""

    def __str__(self) -> str:
        return _("No client is chosen. Nothing was changed.")


class BlanksLeft(Exception):
    """What the template left for a person to write is not written."""

    def __init__(self, blanks: list[str]) -> None:
        super().__init__(*blanks)
        self.blanks = blanks

    def __str__(self) -> str:
        return _("Write first what the template left open: %(blanks)s. Nothing was sent.") % {
            "blanks": " ".join(self.blanks)
        }


class MailingFields(TypedDict, total=False):
    name: str
    purpose: LetterPurpose
    language: str
    subject: str
    body: str


def draft_mailing(
    *,
    client_ids: Collection[int],
    chosen: str,
    by: User,
    at: datetime,
    face: Face,
    is_sample: bool = False,
    **fields: Unpack[MailingFields],
) -> Mailing:
    """A draft to these clients, judged as of today. NobodyChosen; UnknownPlace when the text cannot be filled."""
    if not client_ids:
        raise NobodyChosen
    mailing = Mailing(chosen=chosen, person=by, created_at=at, is_sample=is_sample, **fields)
    _check(mailing)
    with transaction.atomic():
        create_record(record=mailing, by=by, at=at, face=face)
        for some in batched(client_ids, _BATCH):
            ClientLetter.objects.bulk_create(
                ClientLetter(
                    mailing=mailing, client_id=one.client, contact_id=one.contact, hold=one.hold,
                    purpose=mailing.purpose,
                )
                for one in judge(some, mailing.purpose, localtime(at).date())
            )  # fmt: skip
    return mailing


def change_mailing(
    *,
    mailing: Mailing,
    by: User,
    at: datetime,
    face: Face,
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[MailingFields],
) -> Mailing:
    """Changes a draft; another purpose judges anew. UnableToChangeMailing, UnknownPlace; ChangedMeanwhile when another
    value stands in the database than `standing` says.
    """
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.DRAFT)
        was = mailing.purpose
        change_record(record=mailing, values=dict(fields), by=by, at=at, face=face, standing=standing)
        _check(mailing)
        if mailing.purpose != was:
            _judge_anew(mailing, at)
    return mailing


def take_out(*, mailing: Mailing, recipient_ids: Collection[int], by: User, at: datetime, face: Face) -> int:
    """Takes these rows of a draft out by hand. Returns how many. UnableToChangeMailing when it is no draft."""
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.DRAFT)
        rows = mailing.recipients.filter(pk__in=recipient_ids).exclude(hold=LetterHold.TAKEN_OUT)
        changes = [(one, {"hold": LetterHold.TAKEN_OUT.value}) for one in rows.select_related("client")]
        change_records(changes=changes, by=by, at=at, face=face, run="")
    return len(changes)


def put_back(*, mailing: Mailing, recipient_ids: Collection[int], by: User, at: datetime, face: Face) -> int:
    """Takes back in who was taken out by hand; each is judged as of today. Returns how many."""
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.DRAFT)
        rows = mailing.recipients.filter(pk__in=recipient_ids, hold=LetterHold.TAKEN_OUT)
        by_client = {one.client_id: one for one in rows}
        judged = judge(list(by_client), mailing.purpose, localtime(at).date())
        changes = [(by_client[one.client], {"hold": one.hold, "contact_id": one.contact}) for one in judged]
        change_records(changes=changes, by=by, at=at, face=face, run="")
    return len(changes)


def release_mailing(*, mailing: Mailing, by: User, at: datetime, face: Face) -> Mailing:
    """Lets the letters be written (`write_mailing`, in the background). UnableToChangeMailing when it is no draft;
    NobodyChosen when nobody would get one; BlanksLeft.
    """
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.DRAFT)
        if blanks := blanks_in(mailing.subject + "\n" + mailing.body):
            raise BlanksLeft(blanks)
        _judge_anew(mailing, at)
        if not mailing.recipients.filter(hold="").exists():
            raise NobodyChosen
        values = {"state": MailingState.WRITING, "released_at": at}
        return change_record(record=mailing, values=values, by=by, at=at, face=face)


def write_mailing(*, mailing: Mailing, at: datetime) -> int:
    """Puts the letters of a released mailing into the queue, some at a time; running it again writes none twice. Who
    was written to in the meantime by somebody else is held back now.
    """
    count = 0
    todo = mailing.recipients.filter(hold="", letter=None).order_by("pk")
    total = todo.count()
    while some := list(todo.select_related("client__owner", "contact")[:_BATCH]):
        with transaction.atomic():
            if (
                not Mailing.objects.select_for_update()
                .filter(pk=mailing.pk, state=MailingState.WRITING)
                .exists()
            ):
                return count
            count += _write_some(mailing, some, at)
        report_progress(count, total)
    Mailing.objects.filter(pk=mailing.pk, state=MailingState.WRITING).update(state=MailingState.RELEASED)
    return count


def cancel_mailing(*, mailing: Mailing, by: User, at: datetime, face: Face) -> int:
    """Stops a released mailing: letters that have not left stay here. Returns how many those are."""
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.WRITING, MailingState.RELEASED)
        change_record(record=mailing, values={"state": MailingState.CANCELLED}, by=by, at=at, face=face)
        return cancel_letters(letters=_letters_of(mailing), by=by, at=at, face=face)


def resume_mailing(*, mailing: Mailing, by: User, at: datetime, face: Face) -> int:
    """Takes the cancelling back. Returns how many letters wait again."""
    with transaction.atomic():
        mailing = _locked(mailing, MailingState.CANCELLED)
        change_record(record=mailing, values={"state": MailingState.WRITING}, by=by, at=at, face=face)
        return requeue_letters(
            letters=_letters_of(mailing), not_before=at + SECOND_THOUGHTS, by=by, at=at, face=face
        )


def body_with_footer(*, body: str, purpose: str, language: str) -> str:
    """The text with the way to unsubscribe, where a consent is needed."""
    if purpose not in CONSENT_FOR:
        return body
    return f"{body}\n\n--\n{UNSUBSCRIBE[language]}\n{UNSUBSCRIBE_PLACE}\n"


def _write_some(mailing: Mailing, some: list[ClientLetter], at: datetime) -> int:
    on = localtime(at).date()
    judged = {one.client: one for one in judge([one.client_id for one in some], mailing.purpose, on)}
    count = 0
    for one in some:
        verdict = judged[one.client_id]
        if verdict.hold:
            one.hold = verdict.hold
        else:
            if verdict.contact != one.contact_id:
                one.contact_id = verdict.contact
            one.letter = _write_one(mailing, one, at)
            count += 1
        one.save(update_fields=["hold", "contact", "letter"])
    return count


def _write_one(mailing: Mailing, one: ClientLetter, at: datetime) -> Letter:
    known = known_of(
        one.client, one.contact, person=mailing.person, language=mailing.language, on=localtime(at).date(),
        debt="{debt}" in mailing.subject + mailing.body,
    )  # fmt: skip
    answers_to = one.client.owner or mailing.person
    body = body_with_footer(
        body=fill(mailing.body, known), purpose=mailing.purpose, language=mailing.language
    )
    return queue_letter(
        kind=LetterKind.MAILING,
        to_address=one.contact.email if one.contact else one.client.email,
        to_name=one.contact.name if one.contact else one.client.name,
        subject=fill(mailing.subject, known)[:300],
        text=body,
        reply_to=answers_to.email if answers_to else "",
        dedupe_key=f"mailing:{mailing.pk}:{one.client_id}",
        unsubscribable=mailing.purpose in CONSENT_FOR,
        is_sample=one.client.is_sample,
        not_before=at + SECOND_THOUGHTS,
        by=answers_to,
        at=at,
    )


def _judge_anew(mailing: Mailing, at: datetime) -> None:
    rows = mailing.recipients.exclude(hold=LetterHold.TAKEN_OUT).order_by("pk")
    for some in batched(list(rows), _BATCH):
        judged = {
            one.client: one
            for one in judge([one.client_id for one in some], mailing.purpose, localtime(at).date())
        }
        for one in some:
            one.hold, one.contact_id = judged[one.client_id].hold, judged[one.client_id].contact
            one.purpose = mailing.purpose
        ClientLetter.objects.bulk_update(some, ["hold", "contact", "purpose"])


def _letters_of(mailing: Mailing) -> QuerySet[Letter]:
    return Letter.objects.filter(behind__mailing=mailing)


def _check(mailing: Mailing) -> None:
    check_places(mailing.subject)
    check_places(mailing.body)


def _locked(mailing: Mailing, *states: MailingState) -> Mailing:
    found = Mailing.objects.select_for_update().filter(pk=mailing.pk, state__in=states).first()
    if found is None:
        raise UnableToChangeMailing
    return found
