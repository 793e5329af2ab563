"""A shared letter is an interaction: it stands in the history, counts as a contact and can be found."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vernost.channels.enums import Way
from vernost.channels.models import IncomingLetter
from vernost.core.actions.audit import entry, record_changes, values_of
from vernost.core.actions.record import change_record, create_records, remove_record
from vernost.core.enums import Face, Verb
from vernost.core.models import User
from vernost.voice.actions.interaction import bring_contacts_in_line
from vernost.voice.enums import Channel, Direction, InteractionKind, Outcome
from vernost.voice.models import Correspondence, Interaction
from vernost.voice.quoted import own_words

_LONGEST_NOTE = 2000


def share(
    *, links: Sequence[Correspondence], by: User | None, at: datetime, face: Face, run: str = ""
) -> None:
    """Each becomes an interaction, or joins that of the same letter in another mailbox. They come in the order of
    their days: a letter that answers a shared one marks it as answered.
    """
    if not links:
        return
    with transaction.atomic():
        told = _told(links)
        fresh: dict[tuple[str, int], Interaction] = {}
        for link in links:
            key = (link.letter.message_id, link.client_id)
            if key not in told and key not in fresh:
                fresh[key] = _interaction(link)
        create_records(records=fresh.values(), by=by, at=at, face=face, run=run)
        entries = []
        for link in links:
            before = values_of(link)
            key = (link.letter.message_id, link.client_id)
            link.interaction = told.get(key) or fresh[key]
            link.shared_at, link.shared_by = at, by
            entries.append(
                entry(record=link, verb=Verb.CHANGED, by=by, at=at, face=face, before=before, run=run)
            )
        Correspondence.objects.bulk_update(links, ["interaction", "shared_at", "shared_by"], batch_size=500)
        record_changes(entries=entries)
        for link in links:
            _mark_answered(link, by, at, face, run)
        _after(links, at)


def unshare(*, links: Sequence[Correspondence], by: User, at: datetime, face: Face, run: str = "") -> None:
    with transaction.atomic():
        for link in links:
            told = link.interaction
            values = {"interaction": None, "shared_at": None, "shared_by": None}
            change_record(record=link, values=values, by=by, at=at, face=face, run=run)
            if told is not None and not told.correspondences.filter(deleted_at=None).exists():
                remove_record(record=told, by=by, at=at, face=face, run=run)
        _after(links, at)


def _after(links: Sequence[Correspondence], at: datetime) -> None:
    bring_contacts_in_line(client_ids=sorted({link.client_id for link in links}), at=at)


def _told(links: Sequence[Correspondence]) -> dict[tuple[str, int], Interaction]:
    """Interactions of the same letters that another mailbox shared before."""
    rows = Correspondence.objects.filter(
        client__in={link.client_id for link in links},
        letter__message_id__in={link.letter.message_id for link in links},
        deleted_at=None,
        interaction__isnull=False,
        interaction__deleted_at=None,
    ).select_related("letter", "interaction")
    return {(row.letter.message_id, row.client_id): row.interaction for row in rows if row.interaction}


def _interaction(link: Correspondence) -> Interaction:
    letter = link.letter
    return Interaction(
        client=link.client,
        contact=link.contact,
        person=letter.mailbox.owner,
        at=letter.at,
        direction=Direction.IN if letter.way == Way.IN else Direction.OUT,
        kind=InteractionKind.LETTER,
        channel=Channel.MAIL,
        note=_note(letter),
        is_sample=letter.is_sample,
    )


def _note(letter: IncomingLetter) -> str:
    said = own_words(letter.text)
    short = said if len(said) <= _LONGEST_NOTE else f"{said[:_LONGEST_NOTE]} …"
    return "\n".join(part for part in (letter.subject, short) if part)


def _mark_answered(link: Correspondence, by: User | None, at: datetime, face: Face, run: str) -> None:
    """What this letter answers has got its answer, if it went the other way."""
    if not link.letter.answers_to or link.interaction is None:
        return
    asked = Interaction.objects.filter(
        correspondences__letter__message_id__in=link.letter.answers_to.split("\n"),
        correspondences__client=link.client_id,
        correspondences__deleted_at=None,
        answered_at=None,
        deleted_at=None,
        at__lte=link.letter.at,
    ).exclude(direction=link.interaction.direction)
    for one in asked.distinct():
        values = {"answered_at": link.letter.at, "outcome": Outcome.ANSWERED}
        change_record(record=one, values=values, by=by, at=at, face=face, run=run)
