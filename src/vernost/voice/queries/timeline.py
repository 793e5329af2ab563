"""The history of one client in one line: what was bought, said, paid and changed."""

from collections.abc import Iterable
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

EventKind = Literal["order", "interaction", "rating", "complaint", "act", "change"]
EVENT_KINDS: tuple[EventKind, ...] = ("order", "interaction", "rating", "complaint", "act", "change")


@dataclass(frozen=True)
class Event:
    """One entry of the timeline; `record` is an instance of the model that `kind` names (a change: AuditEntry)."""

    at: datetime
    kind: EventKind
    record: models.Model


def timeline_of(client: Client, *, kinds: Iterable[EventKind], limit: int, money: bool) -> list[Event]:
    """The newest `limit` events of the given kinds, newest first. Without `money` orders are left out."""
    wanted = set(kinds) - (set() if money else {"order"})
    events = chain.from_iterable(_SOURCES[kind](client, limit) for kind in wanted)
    return sorted(events, key=lambda event: (event.at, event.kind, event.record.pk), reverse=True)[:limit]


def _orders(client: Client, limit: int) -> list[Event]:
    rows = Order.objects.filter(client=client, deleted_at=None).select_related("service_line")
    return [Event(_noon(o.ordered_on), "order", o) for o in rows.order_by("-ordered_on", "-id")[:limit]]


def _interactions(client: Client, limit: int) -> list[Event]:
    rows = Interaction.objects.filter(client=client, deleted_at=None).select_related("person", "contact")
    return [Event(i.at, "interaction", i) for i in rows.order_by("-at", "-id")[:limit]]


def _ratings(client: Client, limit: int) -> list[Event]:
    rows = Rating.objects.filter(client=client, deleted_at=None).order_by("-rated_on", "-id")[:limit]
    return [Event(_noon(r.rated_on), "rating", r) for r in rows]


def _complaints(client: Client, limit: int) -> list[Event]:
    rows = Complaint.objects.filter(client=client, deleted_at=None).order_by("-opened_on", "-id")[:limit]
    return [Event(_noon(c.opened_on), "complaint", c) for c in rows]


def _acts(client: Client, limit: int) -> list[Event]:
    rows = Act.objects.filter(client=client, deleted_at=None).order_by("-happened_on", "-id")[:limit]
    return [Event(_noon(a.happened_on), "act", a) for a in rows]


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


def _noon(day: date) -> datetime:
    return make_aware(datetime.combine(day, time(12)))
