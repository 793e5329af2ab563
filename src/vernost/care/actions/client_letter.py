"""Letters to one client: written from the card, tried on oneself, and written down as a contact when they were sent."""

from datetime import datetime

from django.db import transaction

from vernost.care.enums import CONSENT_FOR, KIND_OF_LETTER, LetterPurpose
from vernost.care.letter_faults import wrong_in_letter
from vernost.care.models import ClientLetter
from vernost.channels.actions.letter import queue_letter
from vernost.channels.enums import LetterKind, LetterState
from vernost.channels.followers import after_delivery
from vernost.channels.models import Letter
from vernost.clients.actions.consent import withdraw_consents
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Client, Consent, Contact
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.voice.actions.interaction import log_interaction
from vernost.voice.enums import Channel, Direction, InteractionKind


def write_letter(
    *,
    client: Client,
    contact: Contact | None,
    purpose: LetterPurpose,
    subject: str,
    body: str,
    by: User,
    at: datetime,
    dedupe_key: str = "",
) -> ClientLetter:
    """A personal letter to the contact, or to the client's own address; answers come to who writes. It is written down
    as a contact when it was really sent. WrongValues when there is no address, or when the text has a blank of its
    template in it.
    """
    refuse_wrong(wrong_in_letter({"contact": contact, "body": body}, client))
    with transaction.atomic():
        letter = queue_letter(
            kind=LetterKind.PERSONAL,
            to_address=contact.email if contact else client.email,
            to_name=contact.name if contact else client.name,
            subject=subject,
            text=body,
            reply_to=by.email,
            unsubscribable=False,
            is_sample=client.is_sample,
            dedupe_key=dedupe_key,
            by=by,
            at=at,
        )
        written, _new = ClientLetter.objects.get_or_create(
            letter=letter, defaults={"client": client, "contact": contact, "purpose": purpose}
        )
    return written


def try_letter(*, subject: str, body: str, by: User, at: datetime) -> Letter:
    """A test letter to oneself."""
    return queue_letter(
        kind=LetterKind.TEST, to_address=by.email, to_name=by.name, subject=subject, text=body,
        reply_to=by.email, is_sample=by.is_sample, by=by, at=at,
    )  # fmt: skip


@after_delivery
def log_sent_letters(*, at: datetime) -> None:
    """Writes down as contacts what was sent since; a letter written anew takes the place of the one it repeats."""
    _follow_written_anew()
    sent = ClientLetter.objects.filter(logged_at=None, letter__state=LetterState.SENT)
    for number in list(sent.order_by("letter__sent_at").values_list("pk", flat=True)):
        with transaction.atomic():
            one = ClientLetter.objects.select_for_update(of=("self",)).get(pk=number)
            if one.logged_at is None:
                _log(one, at)


def unsubscribe(*, letter: Letter, everything: bool, at: datetime, face: Face = Face.WEB) -> list[Consent]:
    """The recipient of `letter` wants no more such letters, or none that needs his consent at all."""
    behind = ClientLetter.objects.select_related("contact").filter(letter=letter).first()
    if behind is None or behind.contact is None:
        return []
    purposes = list(ConsentPurpose) if everything else [CONSENT_FOR[behind.purpose]]
    return withdraw_consents(
        contact=behind.contact, purposes=purposes, source=ConsentSource.LINK, by=None, at=at, face=face,
        note=letter.subject[:300],
    )  # fmt: skip


def _log(one: ClientLetter, at: datetime) -> None:
    letter = one.letter
    if letter is None or letter.sent_at is None:
        return
    one.interaction = log_interaction(
        client=one.client,
        contact=one.contact,
        person=letter.person or one.client.owner,
        happened_at=letter.sent_at,
        direction=Direction.OUT,
        kind=KIND_OF_LETTER.get(one.purpose, InteractionKind.LETTER),
        channel=Channel.MAIL,
        note=letter.subject,
        by=letter.person,
        at=at,
        face=Face.JOB,
    )
    one.logged_at = at
    one.save(update_fields=["interaction", "logged_at"])


def _follow_written_anew() -> None:
    """Who stands behind an unsure letter stands behind the one that was written in its place."""
    anew = Letter.objects.filter(dedupe_key__startswith="again:", behind=None).exclude(
        kind__in=[LetterKind.TEST, LetterKind.DIGEST]
    )
    for letter in anew:
        old = int(letter.dedupe_key.removeprefix("again:"))
        ClientLetter.objects.filter(letter=old).update(letter=letter)
