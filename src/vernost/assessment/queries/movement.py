"""Who moved between groups, stages or levels from one day to another: the stored proposals, and over them what people
had decided.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import Literal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from vernost.assessment.models import Decision, Run, Standing
from vernost.clients.models import Client

type Field = Literal["group", "stage", "loyalty"]
type Move = tuple[str | None, str]
_BATCH = 500


@dataclass(frozen=True)
class Movement:
    """Numbers of clients by (place before, place after); before is None for who was not a client yet."""

    since: date
    until: date
    moves: Mapping[tuple[str | None, str], int]


def movement(
    clients: QuerySet[Client], since: date, until: date, field: Field = "group", *, today: date | None
) -> Movement:
    """How `clients` moved between two judged days by what was in force: a person's decision, else the proposal. On the
    last judged day those decisions count that hold on `today`. Without `today` the proposals alone.
    """
    standings = (
        Standing.objects.filter(client__in=clients) if clients.query.has_filters() else Standing.objects.all()
    )
    standings = standings.filter(_on(until))
    moves: dict[Move, int] = {}
    # Who stands as before has one row for both days; only the others' earlier rows are looked up.
    stayed = standings.filter(since_on__lte=since).values_list(field).annotate(n=Count("pk")).order_by()
    for place, n in stayed:
        moves[place, place] = n
    before = Standing.objects.filter(_on(since), client=OuterRef("client")).values(field)[:1]
    changed = standings.filter(since_on__gt=since).annotate(before=Subquery(before))
    for old, new, n in changed.values_list("before", field).annotate(n=Count("pk")).order_by():
        moves[old, new] = moves.get((old, new), 0) + n
    for proposed, in_force in _laid_over(clients, since, until, field, today).values():
        moves[proposed] -= 1
        moves[in_force] = moves.get(in_force, 0) + 1
    return Movement(since, until, {move: n for move, n in moves.items() if n})


def moved(
    clients: QuerySet[Client],
    field: Field,
    since: date,
    until: date,
    before: str | None,
    after: str,
    *,
    today: date | None,
) -> QuerySet[Client]:
    """Those of `clients` who stood at `before` on one day and at `after` on the other; None: no client yet. `today` as
    in `movement`.
    """
    then = Standing.objects.filter(_on(since))
    now = Standing.objects.filter(_on(until), **{field: after})
    over = _laid_over(Client.objects.all(), since, until, field, today)
    by_decision = [client for client, (_, in_force) in over.items() if in_force == (before, after)]
    if over:
        now = now.exclude(client__in=list(over))
    proposed = Q(pk__in=now.values("client"))
    if before is None:
        proposed &= ~Q(pk__in=then.values("client"))
    else:
        proposed &= Q(pk__in=then.filter(**{field: before}).values("client"))
    return clients.filter(proposed | Q(pk__in=by_decision)) if by_decision else clients.filter(proposed)


def _laid_over(
    clients: QuerySet[Client], since: date, until: date, field: Field, today: date | None
) -> dict[int, tuple[Move, Move]]:
    """For those of `clients` of whom a decision held on either day and who were judged by the later one: the move by
    the proposals, and the move in force.
    """
    if today is None:
        return {}
    last = Run.objects.order_by("-as_of").values_list("as_of", flat=True).first()
    before, after = (_decided(clients, field, today if day == last else day) for day in (since, until))
    found = {}
    for some in batched(sorted(before.keys() | after.keys()), _BATCH):
        then, now = _proposed(some, field, since), _proposed(some, field, until)
        for client, place in now.items():
            old = then.get(client)
            held = (old and before.get(client, old), after.get(client, place))
            found[client] = ((old, place), held)
    return found


def _decided(clients: QuerySet[Client], field: Field, day: date) -> dict[int, str]:
    """{client: what a person had said by `day` and held on it}."""
    decisions = Decision.objects.filter(
        Q(over_at=None) | Q(over_at__date__gt=day), subject=field, deleted_at=None, decided_at__date__lte=day,
        until_on__gte=day,
    )  # fmt: skip
    if clients.query.has_filters():
        decisions = decisions.filter(client__in=clients)
    return dict(decisions.order_by("decided_at", "pk").values_list("client_id", "decided"))


def _proposed(clients: Iterable[int], field: Field, day: date) -> dict[int, str]:
    return dict(Standing.objects.filter(_on(day), client__in=clients).values_list("client_id", field))


def judged_days() -> list[date]:
    """Days of which something is known, latest first."""
    days = Run.objects.order_by("-as_of").values_list("as_of", flat=True).distinct()
    return list(days[:500])


def _on(day: date) -> Q:
    return Q(since_on__lte=day) & (Q(until_on__gt=day) | Q(until_on=None))
