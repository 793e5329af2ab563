"""The judgement on a client as the words of the engine's reasons take it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from vernost.assessment.models import ClientAssessment, Signal
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def visible_to(user: User) -> QuerySet[ClientAssessment]:
    """Judgements on clients that `user` may see."""
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return ClientAssessment.objects.exclude(client__in=client_queries.removed())
    return ClientAssessment.objects.filter(client__in=client_queries.visible_to(user))


def assessment_of(client: Client) -> ClientAssessment | None:
    """The last judgement with its run; None for a client who came after it."""
    return ClientAssessment.objects.select_related("run").filter(client=client).first()


def row_of(record: ClientAssessment | Signal) -> dict[str, Any]:
    """Column: value, as in the engine's tables."""
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


@dataclass(frozen=True)
class Cell:
    """Clients of one group and level together, or of one column of the board."""

    clients: int
    revenue: float


def grid(user: User, row: str, column: str) -> dict[tuple[str, str], Cell]:
    """Numbers of clients and their revenue of the window by two columns of codes."""
    rows = visible_to(user).values_list(row, column).annotate(n=Count("pk"), sum=Sum("revenue_window"))
    return {(one, other): Cell(n, float(revenue or 0)) for one, other, n, revenue in rows.order_by()}


def largest(user: User, most: int, **where: str) -> list[ClientAssessment]:
    """The clients with most revenue in the window, with their names and owners."""
    rows = visible_to(user).filter(**where)
    return _first(rows.order_by("-revenue_window", "-pk"), most)


def owing(user: User, most: int, owner: User | None) -> list[ClientAssessment]:
    """Clients who owe past the due day, the largest debt first; of them no more is read than name and debt."""
    rows = visible_to(user).filter(debt_overdue__gt=0)
    if owner is not None:
        rows = rows.filter(client__owner=owner)
    return _first(rows.order_by("-debt_overdue", "-pk"), most, "debt_overdue", "debt_days", "client__name")


def out_of_touch(user: User, most: int, owner: User | None, *, before: datetime) -> list[ClientAssessment]:
    """Clients who buy, and whom nobody has been in touch with since `before`; the largest first. No more is read than
    name, last contact and revenue.
    """
    never = Q(last_contact_at=None) | Q(last_contact_at__lt=before)
    untouched = Exists(Client.objects.filter(never, pk=OuterRef("pk")))
    rows = visible_to(user).exclude(stage__in=("aware", "lost", "ended")).filter(untouched)
    if owner is not None:
        rows = rows.filter(client__owner=owner)
    in_order = rows.order_by("-revenue_window", "-pk")
    return _first(in_order, most, "revenue_window", "client__name", "client__last_contact_at")


def _first(in_order: QuerySet[ClientAssessment], most: int, *only: str) -> list[ClientAssessment]:
    """Numbers from the index of the order, then the rows of those with their clients; with `only` nothing else of them,
    without it with the owners too.
    """
    numbers = list(in_order.values_list("pk", flat=True)[:most])
    rows = ClientAssessment.objects.select_related("client" if only else "client__owner")
    found = (rows.only(*only) if only else rows).in_bulk(numbers)
    return [found[number] for number in numbers if number in found]
