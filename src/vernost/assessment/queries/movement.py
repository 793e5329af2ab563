"""Who moved between groups, stages or levels from one day to another: the stored proposals, and over them what people
had decided.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import batched
from typing import Any, Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from vernost.assessment.models import Decision, Run, Standing
from vernost.assessment.queries.tally import sees_all
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.models import User

type Field = Literal["group", "stage", "loyalty"]
type Move = tuple[str | None, str]
_BATCH = 500
# Of the company: from such a part on, asking client after client finds a page of them sooner than looking for all.
_MOST = 0.25
# So few are asked one by one where they stood on the other day.
_FEW = 10_000
# Pairs of days and fields whose movement of the whole company is kept in memory.
_REMEMBERED = 64
_YEAR = timedelta(days=365)


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
    moves = dict(_moves(clients, since, until, field))
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
    over = _laid_over(Client.objects.all(), since, until, field, today)
    by_decision = [client for client, (_, in_force) in over.items() if in_force == (before, after)]
    moves = _moves(Client.objects.all(), since, until, field)
    proposed = _stood(field, since, until, (before, after), but=over, moves=moves)
    return clients.filter(proposed | Q(pk__in=by_decision)) if by_decision else clients.filter(proposed)


def _moves(clients: QuerySet[Client], since: date, until: date, field: Field) -> Mapping[Move, int]:
    """By the proposals alone. Those of the whole company are counted once after each assessment."""
    if clients.query.has_filters():
        return _counted(Standing.objects.filter(client__in=clients), since, until, field)
    run = Run.objects.order_by("-pk").values_list("pk", flat=True).first()
    # Between two assessments standings go only with their client, who is erased or was a sample.
    return _of_company(run, Standing.objects.count(), since, until, field)


@lru_cache(_REMEMBERED)
def _of_company(
    _run: int | None, _standings: int, since: date, until: date, field: Field
) -> Mapping[Move, int]:
    return _counted(Standing.objects.all(), since, until, field)


def forget_movement() -> None:
    """For tests, of which each begins with the same numbers."""
    _of_company.cache_clear()


def _counted(
    standings: QuerySet[Standing, Any], since: date, until: date, field: Field
) -> Mapping[Move, int]:
    moves: dict[Move, int] = {}
    before = Standing.objects.filter(_on(since), client=OuterRef("client")).values(field)[:1]
    # Two questions for each day, so that each is a piece of the index: who stands there still, and who did until later.
    for there in (Q(until_on=None), Q(until_on__gt=until)):
        then = standings.filter(there, since_on__lte=until)
        # Who stands as before has one row for both days; only the others' earlier rows are looked up.
        stayed = then.filter(since_on__lte=since).values_list(field).annotate(n=Count("client"))
        for place, n in stayed.order_by():
            moves[place, place] = moves.get((place, place), 0) + n
        changed = then.filter(since_on__gt=since).annotate(before=Subquery(before))
        for old, new, n in changed.values_list("before", field).annotate(n=Count("client")).order_by():
            moves[old, new] = moves.get((old, new), 0) + n
    return moves


def _stood(
    field: Field, since: date, until: date, move: Move, *, but: Collection[int], moves: Mapping[Move, int]
) -> Q:
    """Who made the `move` by the proposals, none of `but`, as a condition on clients.

    Where most did, it is asked of each client in turn: a page needs fifty of them. Where there are few at one of the
    two places, it is asked of those; else both places are read and compared. `moves` say which.
    """
    before, after = move
    then, now = Standing.objects.all(), Standing.objects.filter(**{field: after})
    if before is not None:
        then = then.filter(**{field: before})
    if but:
        now = now.exclude(client__in=list(but))
    if moves.get(move, 0) > sum(moves.values()) * _MOST:
        stood = Exists(then.filter(_on(since), client=OuterRef("pk")))
        return Q(Exists(now.filter(_on(until), client=OuterRef("pk")))) & Q(
            ~stood if before is None else stood
        )
    also_then = Exists(then.filter(_on(since), client=OuterRef("client")))
    if sum(n for (_old, new), n in moves.items() if new == after) < _FEW:
        asked = now.filter(~also_then if before is None else also_then, _on(until))
        return Q(pk__in=asked.values("client"))
    if before is not None and sum(n for (old, _new), n in moves.items() if old == before) < _FEW:
        also_now = Exists(now.filter(_on(until), client=OuterRef("client")))
        return Q(pk__in=then.filter(also_now, _on(since)).values("client"))
    there = Q(pk__in=_clients_on(then, since))
    return Q(pk__in=_clients_on(now, until)) & (~there if before is None else there)


def _clients_on(standings: QuerySet[Standing], day: date) -> QuerySet[Standing, Any]:
    """Who stood so on the day; each half is a piece of the index, which "or" would not be."""
    known = standings.filter(since_on__lte=day).values("client")
    return known.filter(until_on=None).union(known.filter(until_on__gt=day), all=True)


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


def a_year_before(until: date, days: Sequence[date]) -> date | None:
    """Of the judged `days` that which is nearest to a year before `until`."""
    earlier = [day for day in days if day < until]
    return min(earlier, key=lambda day: abs(day - (until - _YEAR)), default=None)


def clients_of(user: User, *, owner: int | None = None, segment: int | None = None) -> QuerySet[Client]:
    """Whose movement `user` may know, of the owner and of the segment with these numbers; without a restriction all,
    so that no client is looked up.
    """
    clients = Client.objects.all() if sees_all(user) else visible_to(user)
    if owner is not None:
        clients = clients.filter(owner=owner)
    return clients if segment is None else clients.filter(segment=segment)


def _on(day: date) -> Q:
    return Q(since_on__lte=day) & (Q(until_on__gt=day) | Q(until_on=None))
