"""The history of one client in one line: what was bought, said, paid and changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Literal

from django.db import connection, models
from django.db.models import OuterRef, Subquery

from vernost.clients.models import Client, Order
from vernost.core.days import noon
from vernost.core.queries.audit import entries_of
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.voice.models import Act, Complaint, Correspondence, Interaction, Rating

EventKind = Literal["order", "interaction", "rating", "complaint", "act", "step", "change"]
EVENT_KINDS: tuple[EventKind, ...] = ("order", "interaction", "rating", "complaint", "act", "step", "change")


@dataclass(frozen=True)
class Event:
    """One entry of the timeline; `record` is an instance of the model that `kind` names (a change: AuditEntry).

    A step comes from a later app (`steps_from`); `title` and `text` say what it was.
    """

    at: datetime
    kind: EventKind
    record: models.Model
    title: str = ""
    text: str = ""


type Source = Callable[[Client, int, bool], list[Event]]
_step_sources: dict[Source, type[models.Model]] = {}


def steps_from(record: type[models.Model]) -> Callable[[Source], Source]:
    """Registers a later app's steps in the history of a client: `source(client, limit, money)` gives the newest. It is
    asked only about a client of whom there is a `record`, which has a client.
    """

    def register(source: Source) -> Source:
        _step_sources[source] = record
        return source

    return register


def timeline_of(client: Client, *, kinds: Iterable[EventKind], limit: int, money: bool) -> list[Event]:
    """The newest `limit` events of the given kinds, newest first. Without `money` orders are left out."""
    wanted = set(kinds) - (set() if money else {"order"})
    rare = {*_RARE.values(), *_step_sources.values()}
    there = _there(client, rare)
    kept = (kind for kind in wanted if kind != "step" and _RARE.get(kind) not in rare - there)
    events = chain.from_iterable(_SOURCES[kind](client, limit) for kind in kept)
    if "step" in wanted:
        steps = (source(client, limit, money) for source, record in _step_sources.items() if record in there)
        events = chain(events, chain.from_iterable(steps))
    return sorted(
        events,
        key=lambda event: (event.at, event.kind, event.record._meta.label, event.record.pk),
        reverse=True,
    )[:limit]


_ORDERS = Prepared(
    lambda client, most: (
        Order.objects.filter(client=client, deleted_at=None)
        .select_related("service_line")
        .order_by("-ordered_on", "-id")[:most]
    )
)


@Prepared
def _talks(client: int, most: int) -> models.QuerySet[Interaction]:
    """With the number of the letter that it came by."""
    letters = Correspondence.objects.filter(interaction=OuterRef("pk"), deleted_at=None).order_by("pk")
    rows = Interaction.objects.filter(client=client, deleted_at=None).select_related("person", "contact")
    return rows.annotate(letter_number=Subquery(letters.values("letter")[:1])).order_by("-at", "-id")[:most]


def _by_day(record: type[models.Model], day: str) -> Prepared:
    rows = record._default_manager.filter(deleted_at=None)
    return Prepared(lambda client, most: rows.filter(client=client).order_by(f"-{day}", "-id")[:most])


_RATINGS = _by_day(Rating, "rated_on")
_COMPLAINTS = _by_day(Complaint, "opened_on")
_ACTS = _by_day(Act, "happened_on")
_CHANGES = Prepared(lambda kind, client, most: entries_of(kind, client)[:most])


def _orders(client: Client, limit: int) -> list[Event]:
    return [Event(noon(o.ordered_on), "order", o) for o in _ORDERS.records(client.pk, Fixed(limit))]


def _interactions(client: Client, limit: int) -> list[Event]:
    return [Event(i.at, "interaction", i) for i in _talks.records(client.pk, Fixed(limit))]


def _ratings(client: Client, limit: int) -> list[Event]:
    return [Event(noon(r.rated_on), "rating", r) for r in _RATINGS.records(client.pk, Fixed(limit))]


def _complaints(client: Client, limit: int) -> list[Event]:
    return [Event(noon(c.opened_on), "complaint", c) for c in _COMPLAINTS.records(client.pk, Fixed(limit))]


def _acts(client: Client, limit: int) -> list[Event]:
    return [Event(noon(a.happened_on), "act", a) for a in _ACTS.records(client.pk, Fixed(limit))]


def _changes(client: Client, limit: int) -> list[Event]:
    rows = _CHANGES.records(Client._meta.label_lower, client.pk, Fixed(limit))
    return [Event(entry.at, "change", entry) for entry in rows]


_SOURCES = {
    "order": _orders,
    "interaction": _interactions,
    "rating": _ratings,
    "complaint": _complaints,
    "act": _acts,
    "change": _changes,
}


# Of most clients there is none.
_RARE: dict[EventKind, type[models.Model]] = {"rating": Rating, "complaint": Complaint, "act": Act}


def _there(client: Client, records: Iterable[type[models.Model]]) -> set[type[models.Model]]:
    """Those of `records` of which the client has any: one question instead of one each."""
    asked = sorted(records, key=lambda record: record._meta.label)
    with connection.cursor() as cursor:
        cursor.execute(_any_of(tuple(asked)), [client.pk] * len(asked))
        found = cursor.fetchone()
    return {record for record, any_ in zip(asked, found, strict=True) if any_}


@cache
def _any_of(records: tuple[type[models.Model], ...]) -> str:
    # Nothing but names of tables is put together.
    exists = "EXISTS(SELECT 1 FROM {} WHERE client_id = %s)"
    return "SELECT " + ", ".join(exists.format(record._meta.db_table) for record in records)
