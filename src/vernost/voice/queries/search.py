"""Anything that can be found, for one line of search: clients, their people, orders, what was said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.db import models
from django.db.models import Q, QuerySet

from vernost.clients.models import Client, Contact, Order
from vernost.clients.queries.client import visible_to
from vernost.clients.search_indexes import CLIENTS, CONTACTS, ORDERS
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.search import SearchIndex, found_in
from vernost.core.search.stems import stem, words_of
from vernost.voice.models import Interaction
from vernost.voice.search_indexes import INTERACTIONS

type HitKind = Literal["client", "contact", "order", "interaction"]

# So many of the newest finds of a word are looked through for those that the person may see.
_LOOKED_THROUGH = 2000
_KIND_WORDS: dict[HitKind, str] = {
    "client": "клиент client clients",
    "contact": "контакт люди contact contacts people",
    "order": "заказ заказы order orders",
    "interaction": "звонок письмо встреча разговор заметка call letter meeting note notes",
}
_KIND_OF = {stem(word): kind for kind, words in _KIND_WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class Hit:
    """`record` is an instance of the model that `kind` names; `client` is whose it is."""

    kind: HitKind
    record: models.Model
    client: Client


def search(user: User, text: str, *, limit: int) -> list[Hit]:
    """At most `limit` of each kind that `user` may see. A word that names a kind asks for that kind of the clients
    and people that the other words find: "orders of Peterson".
    """
    words = words_of(text)
    named = {kind for word in words if (kind := _KIND_OF.get(stem(word)))}
    rest = " ".join(word for word in words if stem(word) not in _KIND_OF)
    hits = [hit for find in (_clients, _contacts) for hit in find(user, rest or text, limit)]
    asked: dict[HitKind, Callable[[User, str, int], list[Hit]]] = {
        "order": _orders,
        "interaction": _interactions,
    }
    for kind, find in asked.items():
        if kind in named and rest:
            hits += _of_clients(kind, user, {hit.client.pk for hit in hits}, limit)
        elif not named:
            hits += find(user, text, limit)
    return hits


def _clients(user: User, text: str, limit: int) -> list[Hit]:
    found = found_in(CLIENTS, text, newest=_LOOKED_THROUGH)
    if found is None:
        return []
    return [
        Hit("client", client, client)
        for client in visible_to(user).filter(pk__in=found).order_by("name", "id")[:limit]
    ]


def _contacts(user: User, text: str, limit: int) -> list[Hit]:
    return [Hit("contact", one, one.client) for one in _found(Contact, CONTACTS, user, text, limit)]


def _orders(user: User, text: str, limit: int) -> list[Hit]:
    if scope_of(user, Action.VIEW_MONEY) is Scope.NONE:
        return []
    return [Hit("order", one, one.client) for one in _found(Order, ORDERS, user, text, limit)]


def _interactions(user: User, text: str, limit: int) -> list[Hit]:
    return [
        Hit("interaction", one, one.client) for one in _found(Interaction, INTERACTIONS, user, text, limit)
    ]


def _found[T: models.Model](
    model: type[T], index: SearchIndex, user: User, text: str, limit: int
) -> QuerySet[T] | list[T]:
    found = found_in(index, text, newest=_LOOKED_THROUGH)
    if found is None:
        return []
    rows = model._default_manager.filter(pk__in=found, deleted_at=None).filter(_seen_by(user))
    return rows.select_related("client").order_by("-pk")[:limit]


def _of_clients(kind: HitKind, user: User, client_ids: set[int], limit: int) -> list[Hit]:
    """The newest orders or contacts of these clients, all of whom `user` may see."""
    if kind == "order" and scope_of(user, Action.VIEW_MONEY) is Scope.NONE:
        return []
    model, day = (Order, "-ordered_on") if kind == "order" else (Interaction, "-at")
    rows = model._default_manager.filter(client_id__in=client_ids, deleted_at=None)
    return [Hit(kind, row, row.client) for row in rows.select_related("client").order_by(day, "-pk")[:limit]]


def _seen_by(user: User) -> Q:
    """The client beside a record is one that `user` may see."""
    seen = Q(client__deleted_at=None)
    match scope_of(user, Action.VIEW_CLIENT):
        case Scope.ALL:
            return seen
        case Scope.TEAM if user.team_id:
            return seen & Q(client__owner__team_id=user.team_id)
        case Scope.TEAM | Scope.OWN:
            return seen & Q(client__owner=user)
        case _:
            return Q(pk__in=[])
