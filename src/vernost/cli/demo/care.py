"""The demo's communication standard, in force for a quarter: kept, late, missed and planned touches."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from vernost.care.actions.first_words import write_first_words
from vernost.care.actions.planning import plan_touches
from vernost.care.actions.rule import bring_in_standard
from vernost.care.actions.touch import skip_touch
from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.cli.demo.words import WORDS
from vernost.clients.models import Client
from vernost.core.actions.record import create_records
from vernost.core.enums import Face, Language
from vernost.core.models import User
from vernost.voice.actions.interaction import note_last_contacts
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction

# The plannings of the last quarter, in days before today; in the office there is one every night.
_DAYS_AGO = (90, 75, 60, 45, 30, 20, 12, 6, 3, 0)
# Every so many a touch is forgotten at first.
_FORGOTTEN = 4
_SKIPPED = 3
_LISTENED = 12


def _make_due(by: User, as_of: date, at: datetime) -> None:
    """Writes down most of the contacts that were due before `as_of`; the planning then finds them made."""
    due = Touch.objects.filter(state=TouchState.PLANNED, due_on__lt=as_of, action=None).select_related("rule")
    said = [
        Interaction(
            client_id=touch.client_id,
            contact_id=touch.contact_id,
            person_id=touch.person_id,
            at=make_aware(datetime.combine(touch.due_on, time(11))),
            direction=Direction.OUT,
            kind=touch.kind,
            channel=touch.channel,
            mood=1 if touch.pk % 4 == 0 else None,
            is_sample=True,
        )
        for touch in due.order_by("pk")
        if touch.pk % _FORGOTTEN
    ]
    create_records(records=said, by=by, at=at, face=Face.CLI)
    note_last_contacts(client_ids=sorted({one.client_id for one in said}))


def make_care(language: Language, at: datetime, today: date) -> None:
    director = User.objects.order_by("pk").first()
    if director is None:
        return
    bring_in_standard(language=language, by=director, at=at, face=Face.CLI)
    for days in _DAYS_AGO:
        as_of = today - timedelta(days=days)
        _make_due(director, as_of, at)
        plan_touches(by=None, at=at, as_of=as_of, clock=lambda: at)
    words = WORDS[language]
    late = Touch.objects.filter(state=TouchState.PLANNED, latest_on__lt=today).order_by("pk")
    for touch in late[:_SKIPPED]:
        skip_touch(touch=touch, reason=words.skipped, by=director, at=at, face=Face.CLI)
    newest = Client.objects.filter(deleted_at=None, owner__isnull=False).select_related("owner")
    for number, client in enumerate(newest.order_by("-since_on", "pk")[:_LISTENED]):
        write_first_words(
            client=client,
            task=words.tasks[number % len(words.tasks)],
            wishes=words.wishes[number % len(words.wishes)],
            by=client.owner or director,
            at=at,
            face=Face.CLI,
        )
