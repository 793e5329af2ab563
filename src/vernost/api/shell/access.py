"""How an operation asks whether the person may do it to this client: as the office does (office/shell/access.py)."""

from typing import Any

from django.db.models import Model, QuerySet

from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.clients.models import Client
from vernost.clients.queries.client import reachable_by, seen_by
from vernost.core.access import Action
from vernost.core.models import User


def client_for(person: User, pk: int, action: Action = Action.VIEW_CLIENT) -> Client:
    """The client `pk`: not found when `person` may not see it, not allowed when he may not do `action` with it."""
    client = seen_by(person, pk)
    if client is None:
        raise Refusal(Code.NOT_FOUND)
    if action is not Action.VIEW_CLIENT and not reachable_by(person, action).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    person.opened_clients.add(client.pk)
    return client


def found[T: Model](rows: QuerySet[T], pk: int) -> T:
    record = rows.filter(pk=pk).first()
    if record is None:
        raise Refusal(Code.NOT_FOUND)
    return record


def chosen(rows: QuerySet[Any], values: dict[str, Any], name: str, what: Any) -> None:
    """Puts the record in the place of its number: `owner_id` among `values` becomes `owner`; wrong when it is none of
    `rows`.
    """
    if name not in values:
        return
    pk = values.pop(name)
    record = None if pk is None else rows.filter(pk=pk).first()
    if pk is not None and record is None:
        raise wrong(f"body.{name}", str(what))
    values[name.removesuffix("_id")] = record
