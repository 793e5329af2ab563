"""Entries of a client's history as HTML. Built in Python: a card has up to a hundred, and templates are slow."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.core.addresses import address
from vernost.core.enums import Face, Verb
from vernost.ui import formats
from vernost.ui.html import badge, day_cell, escaped, lines_of
from vernost.ui.words import word_of
from vernost.voice.enums import ActKind, Direction, InteractionKind, Measure, Mood
from vernost.voice.queries.timeline import Event


@dataclass(frozen=True)
class Mending:
    """Which entries of the client's history the reader may mend: orders, and what was said."""

    client: int
    orders: bool = False
    said: bool = False

    def link(self, event: Event) -> str:
        if not (self.orders if event.kind == "order" else self.said):
            return ""
        url = reverse("edit_fact", args=[self.client, event.kind, event.record.pk])
        return f' <a class="event-mend" href="{url}">{escaped(_("mend"))}</a>'


def history_html(events: Iterable[Event], mending: Mending) -> SafeString:
    """The events, a list for each month; empty where there are none."""
    months = groupby(events, key=lambda event: (event.at.year, event.at.month))
    return SafeString(
        "".join(
            [
                f'<ol class="events">{"".join([_line(one, mending) for one in rows])}</ol>'
                for _month, rows in months
            ]
        )
    )


def _line(event: Event, mending: Mending) -> str:
    said = (
        _step(event)
        if event.kind == "step"
        else _SAID[event.kind](event.record, mending.link(event) if event.kind in _MENDED else "")
    )
    return (
        f'<li class="event event-{event.kind}"><span class="event-day">{day_cell(event.at)}</span>{said}</li>'
    )


def _order(order: Any, mend: str) -> str:
    line = f" · {escaped(order.service_line.name)}" if order.service_line else ""
    subject = f"<br>{escaped(order.subject)}" if order.subject else ""
    sum_ = f'<span class="money">{escaped(formats.money(order.amount, order.currency))}</span>'
    return f"<div>{escaped(_('Order'))} {escaped(order.number)} {sum_}{line}{mend}{subject}</div>"


def _interaction(talk: Any, mend: str) -> str:
    kind, direction = word_of(InteractionKind, talk.kind), word_of(Direction, talk.direction)
    person = f" · {escaped(talk.person.name)}" if talk.person else ""
    mood = "" if talk.mood is None else f" · {escaped(_('mood'))}: {escaped(word_of(Mood, talk.mood))}"
    note = f"<br>{lines_of(talk.note)}" if talk.note else ""
    if number := getattr(talk, "letter_number", None):
        mend = f' · <a href="{address("letter_page", number)}">{escaped(_("open the letter"))}</a>'
    return f"<div><strong>{escaped(kind)}</strong> {escaped(direction)}{person}{mood}{mend}{note}</div>"


def _rating(rating: Any, mend: str) -> str:
    measure = escaped(word_of(Measure, rating.measure))
    return f"<div>{measure}: <strong>{formats.number(rating.value, 1)}</strong>{mend}</div>"


def _complaint(complaint: Any, mend: str) -> str:
    state = badge(_("closed")) if complaint.closed_on else badge(_("open"), "warn")
    return f"<div>{escaped(_('Complaint'))}: {escaped(complaint.subject)} {state}{mend}</div>"


def _act(act: Any, mend: str) -> str:
    note = f"<br>{escaped(act.note)}" if act.note else ""
    idea = ""
    if act.kind == ActKind.SUGGESTION:
        idea = f'<br><a href="{address("new_idea")}?act={act.pk}">{escaped(_("Make an idea of it"))}</a>'
    return f"<div>{escaped(word_of(ActKind, act.kind))}{mend}{note}{idea}</div>"


def _change(entry: Any, _mend: str) -> str:
    person = f" · {escaped(entry.by.name)}" if entry.by else ""
    verb, face = escaped(word_of(Verb, entry.verb)), escaped(word_of(Face, entry.face))
    return f'<div class="event-change">{verb}{person} · {face}</div>'


def _step(event: Event) -> str:
    text = f"<br>{lines_of(event.text)}" if event.text else ""
    return f"<div><strong>{escaped(event.title)}</strong>{text}</div>"


_MENDED = ("order", "interaction", "rating", "complaint", "act")
_SAID: dict[str, Callable[[Any, str], str]] = {
    "order": _order,
    "interaction": _interaction,
    "rating": _rating,
    "complaint": _complaint,
    "act": _act,
    "change": _change,
}
