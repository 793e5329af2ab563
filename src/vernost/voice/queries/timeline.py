"""The history of one client in one line: what was bought, said, paid and changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from typing import Literal

from django.db import models
from django.utils.timezone import make_aware

from vernost.clients.models import Client, Order
from vernost.core.models import AuditEntry
from vernost.core.queries.audit import history_of
from vernost.voice.models import Act, Complaint, Interaction, Rating

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
_step_sources: list[Source] = []


def steps_from(source: Source) -> Source:
    """Registers a later app's steps in the history of a client: `source(client, limit, money)` gives the newest."""
    if source not in _step_sources:
        _step_sources.append(source)
    return source


def timeline_of(client: Client, *, kinds: Iterable[EventKind], limit: int, money: bool) -> list[Event]:
    """The newest `limit` events of the given kinds, newest first. Without `money` orders are left out."""
    wanted = set(kinds) - (set() if money else {"order"})
    events = chain.from_iterable(_SOURCES[kind](client, limit) for kind in wanted if kind != "step")
    if "step" in wanted:
        steps = (source(client, limit, money) for source in _step_sources)
        events = chain(events, chain.from_iterable(steps))
    return sorted(
        events,
        key=lambda event: (event.at, event.kind, event.record._meta.label, event.record.pk),
        reverse=True,
    )[:limit]


def _orders(client: Client, limit: int) -> list[Event]:
    rows = Order.objects.filter(client=client, deleted_at=None).select_related("service_line")
    return [Event(noon(o.ordered_on), "order", o) for o in rows.order_by("-ordered_on", "-id")[:limit]]


def _interactions(client: Client, limit: int) -> list[Event]:
    rows = Interaction.objects.filter(client=client, deleted_at=None).select_related("person", "contact")
    return [Event(i.at, "interaction", i) for i in rows.order_by("-at", "-id")[:limit]]


def _ratings(client: Client, limit: int) -> list[Event]:
    rows = Rating.objects.filter(client=client, deleted_at=None).order_by("-rated_on", "-id")[:limit]
    return [Event(noon(r.rated_on), "rating", r) for r in rows]


def _complaints(client: Client, limit: int) -> list[Event]:
    rows = Complaint.objects.filter(client=client, deleted_at=None).order_by("-opened_on", "-id")[:limit]
    return [Event(noon(c.opened_on), "complaint", c) for c in rows]


def _acts(client: Client, limit: int) -> list[Event]:
    rows = Act.objects.filter(client=client, deleted_at=None).order_by("-happened_on", "-id")[:limit]
    return [Event(noon(a.happened_on), "act", a) for a in rows]


def _changes(client: Client, limit: int) -> list[Event]:
    rows: Iterable[AuditEntry] = history_of(client)[:limit]
    return [Event(entry.at, "change", entry) for entry in rows]


_SOURCES = {
    "order": _orders,
    "interaction": _interactions,
    "rating": _ratings,
    "complaint": _complaints,
    "act": _acts,
    "change": _changes,
}


def noon(day: date) -> datetime:
    """Where an event stands of which only the day is known."""
    return make_aware(datetime.combine(day, time(12)))
