"""What a row of the table of rights says (tests/api/operations.py)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from vernost.clients.models import Client
from vernost.core.clock import today
from vernost.core.models import User

type Body = Callable[[User, Client], Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """`own` and `foreign` give one letter per role: what belongs to a client that is his or his team's, and to one that
    is not. `body` is what is sent, `query` what stands behind the address.
    """

    own: str
    foreign: str
    body: Body | None = None
    query: str = ""


def of_client(**values: Any) -> Body:
    """Something new of the client."""
    return lambda _person, client: {"client_id": client.pk, **values}


def sent(**values: Any) -> Body:
    """The same, whoever sends it."""
    return lambda _person, _client: values


def later(days: int = 7) -> str:
    return str(today() + timedelta(days=days))
