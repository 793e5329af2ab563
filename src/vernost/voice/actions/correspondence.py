"""To whom letters belong, and who sees them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from vernost.channels.actions.mailbox import remove_mailbox
from vernost.channels.enums import Way
from vernost.channels.models import IncomingLetter, Mailbox
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.actions.shared_letter import share, unshare
from vernost.voice.models import Correspondence, LetterSharing
from vernost.voice.queries.correspondence import Known, known_by, unmatched_of

_AT_ONCE = 200


def match_letters(*, letters: Sequence[IncomingLetter], at: datetime) -> int:
    """Gives each letter to the clients whose addresses it names, and shares what its reader shares with the client
    anyway. Nothing is guessed: an address that is nobody's or several clients' stays. Returns how many were given.
    """
    known = known_by({address for letter in letters for address in _parties(letter)})
    links = [
        Correspondence(letter=letter, client=who.client, contact=who.contact)
        for letter in letters
        for who in _clients_of(letter, known)
    ]
    if not links:
        return 0
    with transaction.atomic():
        Correspondence.objects.bulk_create(links)
        _share_standing(links, at)
    return len(links)


def match_again(*, mailbox: Mailbox, at: datetime) -> int:
    """The newest letters that belonged to nobody, after addresses were written down."""
    waiting = unmatched_of(mailbox).select_related("mailbox", "mailbox__owner").order_by("-pk")[:_AT_ONCE]
    return match_letters(letters=list(waiting), at=at)


def attach_letter(
    *,
    letter: IncomingLetter,
    client: Client,
    contact: Contact | None,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Correspondence:
    """A person says to whom the letter belongs; said again it changes who it was at the client."""
    with transaction.atomic():
        there = Correspondence.objects.filter(letter=letter, client=client, deleted_at=None).first()
        if there is not None:
            return change_record(record=there, values={"contact": contact}, by=by, at=at, face=face, run=run)
        link = Correspondence(letter=letter, client=client, contact=contact, by_hand=True)
        create_record(record=link, by=by, at=at, face=face, run=run)
        _share_standing([link], at)
    return link


def detach_letter(
    *, correspondence: Correspondence, by: User, at: datetime, face: Face, run: str = ""
) -> Correspondence:
    """The letter is not this client's: it leaves the history and is private again."""
    with transaction.atomic():
        if correspondence.shared_at is not None:
            unshare(links=[correspondence], by=by, at=at, face=face, run=run)
        return remove_record(record=correspondence, by=by, at=at, face=face, run=run)


def name_stranger(
    *,
    mailbox: Mailbox,
    address: str,
    client: Client,
    contact: Contact | None,
    name: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> int:
    """Behind the address stands `contact`, or a new person called `name`. All its letters in the mailbox go to the
    client; returns how many. A contact who has another address keeps it: these letters are given by hand.
    """
    with transaction.atomic():
        if contact is None:
            contact = create_contact(
                client=client, name=name or address, email=address, by=by, at=at, face=face, run=run
            )
        elif not contact.email:
            change_record(record=contact, values={"email": address}, by=by, at=at, face=face, run=run)
        letters = list(unmatched_of(mailbox, addresses=[address]).select_related("mailbox", "mailbox__owner"))
        for letter in letters:
            attach_letter(letter=letter, client=client, contact=contact, by=by, at=at, face=face, run=run)
    return len(letters)


def share_letter(
    *, correspondence: Correspondence, by: User, at: datetime, face: Face, run: str = ""
) -> Correspondence:
    """From now on everybody sees the letter who sees the client, in its history."""
    if correspondence.shared_at is None:
        share(links=[correspondence], by=by, at=at, face=face, run=run)
    return correspondence


def unshare_letter(
    *, correspondence: Correspondence, by: User, at: datetime, face: Face, run: str = ""
) -> Correspondence:
    """Private again; whoever has read it has read it, and the audit log keeps that it was shared."""
    if correspondence.shared_at is not None:
        unshare(links=[correspondence], by=by, at=at, face=face, run=run)
    return correspondence


def share_all_letters(
    *, client: Client, person: User, at: datetime, face: Face, run: str = ""
) -> LetterSharing:
    """All letters of `person` with the client, those that are there and those to come."""
    with transaction.atomic():
        sharing = LetterSharing.objects.filter(person=person, client=client, deleted_at=None).first()
        if sharing is None:
            sharing = LetterSharing(person=person, client=client)
            create_record(record=sharing, by=person, at=at, face=face, run=run)
        waiting = _private(client, person)
        share(links=list(waiting), by=person, at=at, face=face, run=run)
    return sharing


def stop_sharing(*, client: Client, person: User, at: datetime, face: Face, run: str = "") -> None:
    """Letters to come are private; those that were shared stay so until each is taken back."""
    for sharing in LetterSharing.objects.filter(person=person, client=client, deleted_at=None):
        remove_record(record=sharing, by=person, at=at, face=face, run=run)


def disconnect_mailbox(*, mailbox: Mailbox, by: User, at: datetime, face: Face) -> int:
    """The mailbox is read no more; letters that nobody shared are deleted for good. Returns how many stay."""
    with transaction.atomic():
        shared = Correspondence.objects.filter(
            letter__mailbox=mailbox, deleted_at=None, shared_at__isnull=False
        )
        mailbox.letters.exclude(pk__in=shared.values("letter")).delete()
        remove_mailbox(mailbox=mailbox, by=by, at=at, face=face)
        return mailbox.letters.count()


def _private(client: Client, person: User) -> Iterable[Correspondence]:
    rows = Correspondence.objects.filter(
        client=client, letter__mailbox__owner=person, letter__mailbox__deleted_at=None, deleted_at=None,
        shared_at=None,
    )  # fmt: skip
    return rows.select_related("letter", "letter__mailbox", "client", "contact").order_by("letter__at", "pk")


def _share_standing(links: Sequence[Correspondence], at: datetime) -> None:
    """A mailbox of the company is nobody's secret; of a person's go those to clients with whom he shares all."""
    owners = {link.letter.mailbox.owner_id for link in links}
    sharing = set(
        LetterSharing.objects.filter(
            person__in=[owner for owner in owners if owner],
            client__in={link.client_id for link in links},
            deleted_at=None,
        ).values_list("person_id", "client_id")
    )
    by_person: dict[User | None, list[Correspondence]] = {}
    for link in links:
        owner = link.letter.mailbox.owner
        if owner is None or (owner.pk, link.client_id) in sharing:
            by_person.setdefault(owner, []).append(link)
    for person, theirs in by_person.items():
        share(links=sorted(theirs, key=lambda one: one.letter.at), by=person, at=at, face=Face.JOB)


def _parties(letter: IncomingLetter) -> Collection[str]:
    if letter.way == Way.IN:
        return [letter.sender] if letter.sender else []
    return [one for one in (*letter.receivers.split("\n"), *letter.copies.split("\n")) if one]


def _clients_of(letter: IncomingLetter, known: dict[str, Known]) -> Iterable[Known]:
    """Each client once, by the first of its people whom the letter names."""
    found: dict[int, Known] = {}
    for address in _parties(letter):
        who = known.get(address)
        if who is not None:
            found.setdefault(who.client.pk, who)
    return found.values()
