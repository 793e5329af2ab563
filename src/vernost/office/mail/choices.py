"""To whom a letter or an address may be given: what the words of a person find."""

from dataclasses import dataclass
from typing import cast

from vernost.clients.models import Client, Contact
from vernost.core.models import User
from vernost.voice.queries.search import search

_MOST = 6


@dataclass(frozen=True)
class Choice:
    """A client, and where `contact` is given a person at it."""

    client: Client
    contact: Contact | None = None


def choices_for(user: User, words: str) -> list[Choice]:
    """Clients and people that `user` sees and that the words find; the clients of people too."""
    hits = search(user, words, limit=_MOST)
    people = [Choice(hit.client, cast(Contact, hit.record)) for hit in hits if hit.kind == "contact"]
    clients = {hit.client.pk: Choice(hit.client) for hit in hits if hit.kind in ("client", "contact")}
    return [*people, *clients.values()]
