"""What decisions tell in the history of a client."""

from django.utils.translation import gettext as _

from vernost.assessment.models import Decision
from vernost.assessment.queries.decision import decisions_of
from vernost.clients.models import Client
from vernost.ui import formats
from vernost.voice.queries.timeline import Event, steps_from


@steps_from(Decision)
def decisions(client: Client, limit: int, money: bool) -> list[Event]:
    return [
        Event(one.decided_at, "step", one, title=_title(one), text=_text(one))
        for one in decisions_of(client)[:limit]
    ]


def _title(one: Decision) -> str:
    told = {"subject": one.get_subject_display(), "value": one.get_decided_display()}
    return _("Decided, %(subject)s: %(value)s") % told


def _text(one: Decision) -> str:
    parts = [_("%(name)s, until %(day)s") % {"name": one.decided_by.name, "day": formats.day(one.until_on)}]
    if one.overrides:
        parts.append(_("the program said: %(value)s") % {"value": one.get_proposed_display()})
    if one.over_why:
        parts.append(f"{one.get_over_why_display()}, {formats.day(one.over_at)}")
    return "; ".join(parts) + (f"\n{one.reason}" if one.reason else "")
