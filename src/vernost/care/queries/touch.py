"""Touches as lists, Today and the card read them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User
from vernost.core.models.indexes import falling
from vernost.core.queries.prepared import Fixed, Prepared


def visible_to(user: User) -> QuerySet[Touch]:
    """Touches of clients that `user` may see."""
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return Touch.objects.filter(client__deleted_at=None)
    return Touch.objects.filter(client__in=client_queries.visible_to(user))


def reachable_by(user: User) -> QuerySet[Touch]:
    """Touches with which `user` may do something: those of clients with whom he may log a contact."""
    if scope_of(user, Action.LOG_INTERACTION) is Scope.ALL:
        return Touch.objects.filter(client__deleted_at=None)
    return Touch.objects.filter(client__in=client_queries.reachable_by(user, Action.LOG_INTERACTION))


@Prepared
def _due(user: User, owner: User | None, until: date, most: int) -> QuerySet[Touch, Any]:
    numbers = Touch.objects.filter(state=TouchState.PLANNED, due_on__lte=until)
    if owner is not None:
        numbers = numbers.filter(person=owner)
    elif scope_of(user, Action.VIEW_CLIENT) is not Scope.ALL:
        numbers = numbers.filter(client__in=client_queries.visible_to(user))
    return numbers.order_by(falling("worth"), "-pk").values_list("pk")[:most]


def due(user: User, *, owner: User | None, until: date, most: int) -> list[Touch]:
    """The `most` planned until a day, those of the most valuable clients first; with `owner` those he is to make.

    Two queries: the numbers come from an index alone, however many clients there are.
    """
    found = [number for (number,) in _due.rows(user, owner, until, Fixed(most))]
    if not found:
        return []
    rows = (
        visible_to(user).filter(pk__in=found).select_related("client", "rule", "action", "contact", "person")
    )
    return sorted(rows, key=lambda one: found.index(one.pk))


_NEXT = Prepared(
    lambda client: (
        Touch.objects.filter(client=client, state=TouchState.PLANNED)
        .select_related("rule", "action", "person", "contact")
        .order_by("due_on", "pk")[:1]
    )
)


def next_touch(client: Client) -> Touch | None:
    """What is planned next with the client; what is late comes first."""
    found: Touch | None = _NEXT.record(client.pk)
    return found


def planned_of(person: User, *, until: date) -> QuerySet[Touch]:
    """What a person is to do until a day, in the order of the days; for calendars."""
    rows = Touch.objects.filter(person=person, state=TouchState.PLANNED, due_on__lte=until)
    return (
        rows.filter(client__deleted_at=None)
        .select_related("client", "rule", "action__plan", "contact")
        .order_by("due_on", "pk")
    )
