"""Who moved between groups, stages or levels from one day to another, from the stored standings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from vernost.assessment.models import Run, Standing
from vernost.clients.models import Client

type Field = Literal["group", "stage", "loyalty"]


@dataclass(frozen=True)
class Movement:
    """Numbers of clients by (place before, place after); before is None for who was not a client yet."""

    since: date
    until: date
    moves: Mapping[tuple[str | None, str], int]


def movement(clients: QuerySet[Client], since: date, until: date, field: Field = "group") -> Movement:
    """How `clients` moved between two judged days."""
    standings = (
        Standing.objects.filter(client__in=clients) if clients.query.has_filters() else Standing.objects.all()
    )
    standings = standings.filter(_on(until))
    moves: dict[tuple[str | None, str], int] = {}
    # Who stands as before has one row for both days; only the others' earlier rows are looked up.
    stayed = standings.filter(since_on__lte=since).values_list(field).annotate(n=Count("pk")).order_by()
    for place, n in stayed:
        moves[place, place] = n
    before = Standing.objects.filter(_on(since), client=OuterRef("client")).values(field)[:1]
    changed = standings.filter(since_on__gt=since).annotate(before=Subquery(before))
    for old, new, n in changed.values_list("before", field).annotate(n=Count("pk")).order_by():
        moves[old, new] = moves.get((old, new), 0) + n
    return Movement(since, until, moves)


def moved(
    clients: QuerySet[Client], field: Field, since: date, until: date, before: str | None, after: str
) -> QuerySet[Client]:
    """Those of `clients` who stood at `before` on one day and at `after` on the other; None: no client yet."""
    then = Standing.objects.filter(_on(since))
    now = Standing.objects.filter(_on(until), **{field: after}).values("client")
    clients = clients.filter(pk__in=now)
    if before is None:
        return clients.exclude(pk__in=then.values("client"))
    return clients.filter(pk__in=then.filter(**{field: before}).values("client"))


def judged_days() -> list[date]:
    """Days of which something is known, latest first."""
    days = Run.objects.order_by("-as_of").values_list("as_of", flat=True).distinct()
    return list(days[:500])


def _on(day: date) -> Q:
    return Q(since_on__lte=day) & (Q(until_on__gt=day) | Q(until_on=None))
