"""Whose letters a person sees, and to whom an address belongs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from vernost.channels.models import IgnoredAddress, IncomingLetter, Mailbox
from vernost.channels.queries.mailbox import read_by
from vernost.clients.models import Client, Contact
from vernost.clients.queries import client as client_queries
from vernost.core.models import User
from vernost.voice.models import Correspondence

# At these anybody may have an address: the same ending says nothing of who somebody is.
_OPEN_TO_ALL = frozenset(
    {
        "gmail.com", "googlemail.com", "mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru", "yandex.ru", "ya.ru",
        "yandex.com", "rambler.ru", "lenta.ru", "autorambler.ru", "outlook.com", "hotmail.com", "live.com", "msn.com",
        "yahoo.com", "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me",
        "protonmail.com", "vk.com",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """Behind an address stands the client, and where one is written down a person at it."""

    client: Client
    contact: Contact | None = None


@dataclass(frozen=True)
class Stranger:
    """An address from which letters came that belong to no client; `maybe` have others at the same domain."""

    mailbox_id: int
    address: str
    count: int
    last: IncomingLetter
    maybe: tuple[Client, ...]


def letters_read_by(user: User) -> QuerySet[IncomingLetter]:
    """Letters of the mailboxes that `user` reads, but those of ignored addresses; each says whether it belongs to a
    client (`is_matched`) and whether others see it (`is_shared`).
    """
    mine = IncomingLetter.objects.filter(mailbox__in=list(read_by(user).values_list("pk", flat=True)))
    return mine.filter(~_ignored()).annotate(**states())


def states() -> dict[str, Exists]:
    live = Correspondence.objects.filter(letter=OuterRef("pk"), deleted_at=None)
    return {"is_matched": Exists(live), "is_shared": Exists(live.filter(shared_at__isnull=False))}


def seen_by(user: User, pk: int) -> IncomingLetter | None:
    """The letter `pk` if `user` reads its mailbox, or if it was shared and he sees the client."""
    letter = IncomingLetter.objects.select_related("mailbox", "mailbox__owner").filter(pk=pk).first()
    if letter is None:
        return None
    shared = Correspondence.objects.filter(letter=letter, deleted_at=None, shared_at__isnull=False)
    if read_by(user).filter(pk=letter.mailbox_id).exists():
        return letter
    return letter if shared.filter(client__in=client_queries.visible_to(user)).exists() else None


def correspondences_of(letter: IncomingLetter, user: User, *, mine: bool) -> list[Correspondence]:
    """To whom the letter belongs: all to who reads the mailbox, to others what is shared and theirs to see."""
    found = Correspondence.objects.filter(letter=letter, deleted_at=None, client__deleted_at=None)
    if not mine:
        found = found.filter(shared_at__isnull=False, client__in=client_queries.visible_to(user))
    return list(found.select_related("client", "contact", "shared_by").order_by("pk"))


def known_by(addresses: Collection[str]) -> dict[str, Known]:
    """Who stands behind each of the addresses (lower case), where that is one client; of several none: a person says
    which. A contact counts before the client's own address.
    """
    found: dict[str, dict[int, Known]] = {}
    contacts = Contact.objects.annotate(lower=Lower("email")).filter(
        lower__in=list(addresses), deleted_at=None, client__deleted_at=None
    )
    for contact in contacts.select_related("client", "client__owner").order_by("pk"):
        found.setdefault(contact.email.lower(), {}).setdefault(
            contact.client_id, Known(contact.client, contact)
        )
    clients = Client.objects.annotate(lower=Lower("email")).filter(lower__in=list(addresses), deleted_at=None)
    for client in clients.select_related("owner").order_by("pk"):
        found.setdefault(client.email.lower(), {}).setdefault(client.pk, Known(client))
    return {address: next(iter(who.values())) for address, who in found.items() if address and len(who) == 1}


def strangers(user: User, *, most: int) -> list[Stranger]:
    """Addresses whose letters belong to no client, the newest first, without colleagues and ignored ones."""
    mailboxes = list(read_by(user).select_related("owner"))
    if not mailboxes:
        return []
    rows = IncomingLetter.objects.filter(mailbox__in=mailboxes).filter(~_ignored()).exclude(party="")
    rows = rows.filter(~Exists(Correspondence.objects.filter(letter=OuterRef("pk"), deleted_at=None)))
    rows = rows.exclude(party__in=User.objects.annotate(lower=Lower("email")).values("lower"))
    for ending in {_ending(mailbox.address) for mailbox in mailboxes} - _OPEN_TO_ALL:
        rows = rows.exclude(party__endswith=f"@{ending}")
    groups = rows.values("mailbox_id", "party").annotate(count=Count("pk"), last=Max("pk"))
    found = list(groups.order_by("-last")[:most])
    letters = IncomingLetter.objects.in_bulk([one["last"] for one in found])
    maybe = _at_the_same_domain(user, {_ending(one["party"]) for one in found})
    return [
        Stranger(
            mailbox_id=one["mailbox_id"],
            address=one["party"],
            count=one["count"],
            last=letters[one["last"]],
            maybe=tuple(maybe.get(_ending(one["party"]), ())),
        )
        for one in found
    ]


def _at_the_same_domain(user: User, endings: Iterable[str]) -> dict[str, list[Client]]:
    """Clients who have, or one of whose people has, an address at the domain; of each domain three."""
    asked = set(endings) - _OPEN_TO_ALL - {""}
    if not asked:
        return {}
    own, people = Q(), Q()
    for ending in asked:
        own |= Q(email__iendswith=f"@{ending}")
        people |= Q(email__iendswith=f"@{ending}")
    seen = client_queries.visible_to(user)
    found: dict[str, dict[int, Client]] = {}
    for client in seen.filter(own).order_by("name")[:100]:
        found.setdefault(_ending(client.email), {})[client.pk] = client
    at = Contact.objects.filter(people, deleted_at=None, client__in=seen).select_related("client")
    for contact in at.order_by("pk")[:100]:
        found.setdefault(_ending(contact.email), {})[contact.client_id] = contact.client
    return {ending: list(clients.values())[:3] for ending, clients in found.items()}


def is_sharing(person: User, client: Client) -> bool:
    return client.letter_sharings.filter(person=person, deleted_at=None).exists()


def unmatched_of(mailbox: Mailbox, *, addresses: Collection[str] | None = None) -> QuerySet[IncomingLetter]:
    """Letters of the mailbox that belong to no client; with `addresses` those of these alone."""
    rows = IncomingLetter.objects.filter(mailbox=mailbox)
    if addresses is not None:
        rows = rows.filter(party__in=addresses)
    return rows.filter(~Exists(Correspondence.objects.filter(letter=OuterRef("pk"), deleted_at=None)))


def _ignored() -> Exists:
    return Exists(
        IgnoredAddress.objects.filter(mailbox=OuterRef("mailbox"), address=OuterRef("party"), deleted_at=None)
    )


def _ending(address: str) -> str:
    return address.rpartition("@")[2].lower()
