"""The judgement on a client as the words of the engine's reasons take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from vernost.assessment.models import ClientAssessment, Signal
from vernost.clients.models import Client
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.models.indexes import falling
from vernost.core.queries.prepared import Fixed, Prepared


def visible_to(user: User) -> QuerySet[ClientAssessment]:
    """Judgements on clients that `user` may see."""
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, ClientAssessment.objects.all())


_OF_CLIENT = Prepared(lambda client: ClientAssessment.objects.filter(client=client).select_related("run"))


def assessment_of(client: Client) -> ClientAssessment | None:
    """The last judgement with its run; None for a client who came after it."""
    found: ClientAssessment | None = _OF_CLIENT.record(client.pk)
    return found


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
    rows = _GRID.rows(user, Fixed(row), Fixed(column))
    return {(one, other): Cell(n, float(revenue or 0)) for one, other, n, revenue in rows}


_GRID = Prepared(
    lambda user, row, column: (
        visible_to(user)
        .order_by()
        .values(row, column)
        .annotate(n=Count("pk"), sum=Sum("revenue_window"))
        .values_list(row, column, "n", "sum")
    )
)


def largest(user: User, most: int, **where: str) -> list[ClientAssessment]:
    """The clients with most revenue in the window, with their names and owners; of the judgement no more is read than
    groups, stages, levels, points, chance to be still a client, and that revenue.
    """
    rows = _largest.rows(user, Fixed(most), Fixed(tuple(where)), *where.values())
    return _in_order(_ON_MAP, rows)


@Prepared
def _largest(user: User, most: int, columns: Sequence[str], *codes: str) -> QuerySet[ClientAssessment, Any]:
    rows = visible_to(user).filter(**dict(zip(columns, codes, strict=True)))
    return rows.order_by(falling("revenue_window"), "-pk").values_list("pk")[:most]


def owing(user: User, most: int, owner: User | None) -> list[ClientAssessment]:
    """Clients who owe past the due day, the largest debt first; of them no more is read than name and debt."""
    return _in_order(_DEBTS, _owing.rows(user, owner, Fixed(most)))


@Prepared
def _owing(user: User, owner: User | None, most: int) -> QuerySet[ClientAssessment, Any]:
    rows = visible_to(user).filter(debt_overdue__gt=0)
    if owner is not None:
        rows = rows.filter(client__owner=owner)
    return rows.order_by(falling("debt_overdue"), "-pk").values_list("pk")[:most]


_DEBTS = Prepared(lambda numbers: _of_name(numbers).only("debt_overdue", "debt_days", "client__name"))


def out_of_touch(user: User, most: int, owner: User | None, *, before: datetime) -> list[ClientAssessment]:
    """Clients who buy, and whom nobody has been in touch with since `before`; the largest first. No more is read than
    name, last contact and revenue.
    """
    return _in_order(_TALKS, _out_of_touch.rows(user, owner, before, Fixed(most)))


@Prepared
def _out_of_touch(
    user: User, owner: User | None, before: datetime, most: int
) -> QuerySet[ClientAssessment, Any]:
    never = Q(last_contact_at=None) | Q(last_contact_at__lt=before)
    untouched = Exists(Client.objects.filter(never, pk=OuterRef("pk")))
    rows = visible_to(user).exclude(stage__in=("aware", "lost", "ended")).filter(untouched)
    if owner is not None:
        rows = rows.filter(client__owner=owner)
    return rows.order_by(falling("revenue_window"), "-pk").values_list("pk")[:most]


_TALKS = Prepared(
    lambda numbers: _of_name(numbers).only("revenue_window", "client__name", "client__last_contact_at")
)
_ON_MAP = Prepared(
    lambda numbers: (
        ClientAssessment.objects.filter(pk__in=numbers)
        .select_related("client__owner")
        .only(
            *("group", "group_in_force", "stage", "stage_in_force", "loyalty_in_force"),
            *("attractiveness", "p_alive", "revenue_window", "client__name", "client__owner__name"),
        )
    )
)


def _of_name(numbers: Sequence[int]) -> QuerySet[ClientAssessment]:
    return ClientAssessment.objects.filter(pk__in=numbers).select_related("client")


def _in_order(asked: Prepared, lines: Sequence[tuple[int]]) -> list[ClientAssessment]:
    """The rows whose numbers came from the index of an order."""
    numbers = [number for (number,) in lines]
    found = {row.pk: row for row in asked.records(numbers)}
    return [found[number] for number in numbers if number in found]
