"""Generating touches: for all clients at night and after a change of rules, for one after a contact with it."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, Min

from vernost.assessment.bulk import insert
from vernost.care.enums import TouchState
from vernost.care.models import Planning, Rule, Touch
from vernost.care.planning.given import Facts, Frame, Standard
from vernost.care.planning.load import Load
from vernost.care.planning.make import NewTouch, Plan, plan
from vernost.care.queries.care_settings import care_settings
from vernost.care.queries.facts import Within, facts, load_of
from vernost.care.queries.frame import empty_load, frame_of
from vernost.care.queries.kept_by import interactions_that_kept
from vernost.care.queries.rule import rules_that_hold, standards_of
from vernost.clients.models import Client
from vernost.core.jobs.progress import report_progress
from vernost.core.models import User

_CLIENTS_AT_ONCE = 10_000
_COLUMNS = (
    "client_id", "rule_id", "contact_id", "person_id", "slot_on", "due_on", "latest_on", "about", "state", "hold",
    "reason", "moved", "interaction_id", "closed_on", "group", "worth",
)  # fmt: skip


def plan_touches(*, by: User | None, at: datetime, as_of: date, clock: Callable[[], datetime]) -> Planning:
    """Plans all clients from `as_of` to the horizon. The same facts planned again change nothing; cut off in the
    middle, what is planned stays, and the next run goes on. Progress goes to the job.
    """
    settings, kept = care_settings(), rules_that_hold()
    frame = frame_of(settings, as_of)
    until = date.fromordinal(frame.end)
    planning = Planning.objects.create(as_of=as_of, until=until, started_at=at, asked_by=by)
    standards = standards_of(kept, as_of, until)
    load = empty_load(settings, frame)
    _lay_on(load, load_of(None, as_of))
    ranges = list(_ranges())
    for done, within in enumerate(ranges):
        report_progress(done, len(ranges), "touches")
        _plan_some(planning, within, kept, standards, frame, load, as_of)
    planning.finished_at = clock()
    planning.save()
    report_progress(len(ranges), len(ranges), "touches")
    return planning


def plan_touches_of(*, client_ids: Collection[int], as_of: date) -> None:
    """The same for a few clients at once, after a contact with them."""
    settings, kept = care_settings(), rules_that_hold()
    if not kept and not Touch.objects.filter(client_id__in=client_ids).exists():
        return
    frame = frame_of(settings, as_of)
    until = date.fromordinal(frame.end)
    standards = standards_of(kept, as_of, until)
    load = empty_load(settings, frame)
    within = {"client_id__in": list(client_ids)}
    known = facts(within, kept, as_of)
    people = {one.owner for one in known} | {who.talks_to for one in known for who in one.contacts}
    people |= {person for standard in standards for person in standard.people}
    _lay_on(load, load_of({person for person in people if person is not None}, as_of))
    with transaction.atomic():
        _write(plan(known, standards, frame, load), known, kept)


def _plan_some(
    planning: Planning,
    within: Within,
    kept: list[Rule],
    standards: list[Standard],
    frame: Frame,
    load: Load,
    as_of: date,
) -> None:
    with transaction.atomic():
        known = facts(within, kept, as_of)
        made = plan(known, standards, frame, load)
        _write(made, known, kept)
    planning.made += sum(not one.hold for one in made.new)
    planning.held += sum(bool(one.hold) for one in made.new)
    planning.closed += len(made.done)
    planning.missed += len(made.missed)
    planning.dropped += len(made.dropped)


def _ranges() -> Iterator[Within]:
    """All clients by their numbers."""
    ends = Client.objects.filter(deleted_at=None).aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return
    for first in range(ends["first"], ends["last"] + 1, _CLIENTS_AT_ONCE):
        yield {"client_id__gte": first, "client_id__lt": first + _CLIENTS_AT_ONCE}


def _lay_on(load: Load, rows: Iterator[tuple[int, int, int]]) -> None:
    for person, day, count in rows:
        load.add(person, day, count)


def _write(made: Plan, known: list[Facts], kept: list[Rule]) -> None:
    """One after the other, so that a slot that is dropped and asked for anew finds its place free."""
    _delete(made.dropped)
    _miss(made.missed, known)
    _close(made.done, kept)
    insert(Touch, _COLUMNS, (_row(one) for one in made.new if not one.there), once=True)
    freed = [one for one in made.new if one.there]
    for one in freed:
        Touch.objects.filter(pk=one.there, state=TouchState.HELD).update(
            state=TouchState.PLANNED,
            hold="",
            person_id=one.person,
            contact_id=one.contact,
            due_on=date.fromordinal(one.due),
            latest_on=date.fromordinal(one.latest),
        )


def _row(one: NewTouch) -> tuple[object, ...]:
    state = TouchState.HELD.value if one.hold else TouchState.PLANNED.value
    return (
        one.client, one.rule, one.contact, one.person, date.fromordinal(one.slot), date.fromordinal(one.due),
        date.fromordinal(one.latest), one.about, state, one.hold, "", False, None, None, one.group, one.worth,
    )  # fmt: skip


def _delete(ids: list[int]) -> None:
    for start in range(0, len(ids), 500):
        Touch.objects.filter(pk__in=ids[start : start + 500]).delete()


def _miss(ids: list[int], known: list[Facts]) -> None:
    """Missed on the day after the last on which it could be made."""
    wanted = set(ids)
    by_day: dict[int, list[int]] = {}
    for client in known:
        for one in client.there:
            if one.id in wanted:
                by_day.setdefault(one.latest, []).append(one.id)
    for latest, numbers in by_day.items():
        day = date.fromordinal(latest) + timedelta(days=1)
        for start in range(0, len(numbers), 500):
            Touch.objects.filter(pk__in=numbers[start : start + 500]).update(
                state=TouchState.MISSED, closed_on=day
            )


def _close(done: dict[int, int], kept: list[Rule]) -> None:
    touches = list(Touch.objects.filter(pk__in=list(done)).select_related("rule")) if done else []
    days = {touch.pk: date.fromordinal(done[touch.pk]) for touch in touches}
    contacts = interactions_that_kept(touches, days)
    for touch in touches:
        touch.state, touch.closed_on = TouchState.DONE, days[touch.pk]
        touch.interaction_id = contacts.get(touch.pk)
    Touch.objects.bulk_update(touches, ["state", "closed_on", "interaction"], batch_size=300)
