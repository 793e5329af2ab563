"""Who moved between groups from one day to another, from the stored standings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from vernost.assessment.models import Run, Standing
from vernost.clients.models import Client


@dataclass(frozen=True)
class Movement:
    """Numbers of clients by (group before, group after); before is None for who was not a client yet."""

    since: date
    until: date
    moves: Mapping[tuple[str | None, str], int]


def movement(clients: QuerySet[Client], since: date, until: date) -> Movement:
    """How `clients` moved between two judged days."""
    standings = (
        Standing.objects.filter(client__in=clients) if clients.query.has_filters() else Standing.objects.all()
    )
    before = Standing.objects.filter(_on(since), client=OuterRef("client")).values("group")[:1]
    rows = standings.filter(_on(until)).annotate(before=Subquery(before)).values_list("before", "group")
    return Movement(since, until, {(old, new): n for old, new, n in rows.annotate(n=Count("pk")).order_by()})


def judged_days() -> list[date]:
    """Days of which something is known, latest first."""
    days = Run.objects.order_by("-as_of").values_list("as_of", flat=True).distinct()
    return list(days[:500])


def _on(day: date) -> Q:
    return Q(since_on__lte=day) & (Q(until_on__gt=day) | Q(until_on=None))
