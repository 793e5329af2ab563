"""What the history of a client tells of his loyalty: marks on factors and scorecards."""

from itertools import groupby

from django.utils.translation import gettext as _

from vernost.assessment.models import Expectation, FactorMark
from vernost.clients.models import Client
from vernost.core.days import noon
from vernost.voice.queries.timeline import Event, steps_from


@steps_from(FactorMark)
def marks(client: Client, limit: int, money: bool) -> list[Event]:
    rows = FactorMark.objects.filter(client=client, deleted_at=None).select_related("factor", "noted_by")
    return [
        Event(
            noon(one.noted_on),
            "step",
            one,
            title=f"{one.factor}: {one.get_state_display()}",
            text=f"{one.source} · {one.noted_by.name}" + (f"\n{one.note}" if one.note else ""),
        )
        for one in rows.order_by("-noted_on", "-id")[:limit]
    ]


@steps_from(Expectation)
def scorecards(client: Client, limit: int, money: bool) -> list[Event]:
    """One event for all expectations of a day."""
    rows = Expectation.objects.filter(client=client, deleted_at=None).order_by("-noted_on", "id")[:limit]
    events = []
    for day, group in groupby(rows, key=lambda one: one.noted_on):
        cards = list(group)
        told = ", ".join(f"{one.get_aspect_display()} {one.wanted}/{one.given or '–'}" for one in cards)
        events.append(
            Event(noon(day), "step", cards[0], title=_("Expectations"), text=f"{told}\n{cards[0].source}")
        )
    return events
