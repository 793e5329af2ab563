"""Who may do what by the API: the table that tests/api/test_access.py walks. A new operation needs its row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vernost.clients.actions.client import create_client, remove_client
from vernost.clients.models import Client
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

# Roles in the order of the letters. "o" is done (2xx), "f" is forbidden (403), "-" is not there for him (404),
# "w" is wrong (422).
ROLES = ("director", "head_of_sales", "account_manager", "marketer", "service", "observer")


@dataclass(frozen=True)
class Row:
    """`own` and `foreign` give one letter per role: what belongs to a client that is his or his team's, and to one that
    is not. `body` is what is sent.
    """

    own: str
    foreign: str
    body: Callable[[User, Client], Mapping[str, Any]] | None = None


def _new_client(person: User, client: Client) -> Mapping[str, Any]:
    return {"name": "New", "owner_id": person.pk}


TABLE: dict[str, Row] = {
    "me": Row("oooooo", "oooooo"),
    "list_clients": Row("oooooo", "oooooo"),
    "create_a_client": Row("ooooff", "ooooff", _new_client),
    "show_client": Row("oooooo", "o--ooo"),
    "change_a_client": Row("ooofff", "o--fff", lambda _person, _client: {"industry": "Law"}),
    "remove_a_client": Row("ooffff", "o-ffff"),
    "restore_a_client": Row("ooffff", "o-ffff"),
    "hand_over_client": Row("ooffff", "o-ffff", lambda person, _client: {"owner_id": person.pk}),
}


def _removed_like(client: Client) -> int:
    """A client of the same owner in the recycle bin."""
    twin = create_client(name="Removed", owner=client.owner, by=None, at=now(), face=Face.JOB)
    remove_client(client=twin, by=client.owner, at=now(), face=Face.JOB)
    return twin.pk


# What stands in the place of a path's number, made for the client of the row.
NUMBERS: dict[str, Callable[[Client], int]] = {"client_id": lambda client: client.pk}
# Where an operation asks for another one.
OTHER_NUMBERS: dict[str, Callable[[Client], int]] = {"restore_a_client": _removed_like}
