"""What lists and cards read of clients."""

from typing import Any

from django.db.models import QuerySet

from vernost.clients.models import Client
from vernost.clients.search_indexes import CLIENTS
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.queries.prepared import Prepared
from vernost.core.search import found_in


def visible_to(user: User) -> QuerySet[Client]:
    """Clients that `user` may see; nothing from the recycle bin."""
    return reachable_by(user, Action.VIEW_CLIENT)


_SEEN = Prepared(lambda user, pk: visible_to(user).filter(pk=pk).select_related("owner", "segment"))


def seen_by(user: User, pk: int) -> Client | None:
    """The client `pk` with its owner and segment; None when `user` may not see it, or when there is none."""
    found: Client | None = _SEEN.record(user, pk)
    return found


def reachable_by(user: User, action: Action) -> QuerySet[Client]:
    """Clients with which `user` may do `action`."""
    clients = Client.objects.filter(deleted_at=None)
    match scope_of(user, action):
        case Scope.ALL:
            return clients
        case Scope.TEAM if user.team_id:
            return clients.filter(owner_id__in=_ids_of_team(user.team_id))
        case Scope.TEAM | Scope.OWN:
            return clients.filter(owner=user)
        case _:
            return clients.none()


def removed() -> QuerySet[Client, Any]:
    """Numbers of the removed and merged, for `exclude(client__in=removed())`: they are few, and a database that leaves
    them out reads judgements and signals in the order of their own index instead of going through all clients.
    """
    return Client.objects.filter(deleted_at__isnull=False).values("pk")


def on_clients_of(user: User, action: Action, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Those of `rows` whose `client` is one with which `user` may do `action`."""
    if scope_of(user, action) is Scope.ALL:
        return rows.exclude(client__in=removed())
    return rows.filter(client__in=reachable_by(user, action))


def in_recycle_bin(user: User) -> QuerySet[Client]:
    """Removed clients that `user` may take back, latest first; merged ones are not among them."""
    gone = Client.objects.filter(pk__in=removed(), merged_into=None)
    match scope_of(user, Action.REMOVE_CLIENT):
        case Scope.ALL:
            mine = gone
        case Scope.TEAM if user.team_id:
            mine = gone.filter(owner_id__in=_ids_of_team(user.team_id))
        case _:
            mine = gone.none()
    return mine.order_by("-deleted_at")


def matching(clients: QuerySet[Client], words: str) -> QuerySet[Client]:
    """Those of `clients` in whose name, code, tax id or e-mail every one of `words` occurs, in some form."""
    found = found_in(CLIENTS, words)
    return clients if found is None else clients.filter(pk__in=found)


def _ids_of_team(team_id: int) -> list[int]:
    """Numbers instead of a join, so that the index on (owner, name) serves the list."""
    return list(User.objects.filter(team_id=team_id).values_list("pk", flat=True))
