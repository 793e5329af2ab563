"""A client passes from one of us to another, and nothing that is open is lost on the way."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.assessment.enums import TaskState
from vernost.assessment.models import Case, ClientAssessment, DependencePlan, Task
from vernost.care.enums import HandoverKind, Purpose, TouchState
from vernost.care.models import Handover, HandoverItem, Rule, Touch
from vernost.care.queries.handover import open_things
from vernost.clients.actions.client import hand_over_clients
from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record
from vernost.core.actions.records import change_records, create_records
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.enums import UNFINISHED, ActionState
from vernost.programmes.models import Plan, PlanAction
from vernost.voice.enums import Channel, InteractionKind
from vernost.voice.models import Complaint

# The rule to which introductions belong: no line of the standard, each hand-over makes its own touch.
INTRODUCED = "handover"
_LATE = timedelta(days=7)


class UnableToHandOver(Exception):
    """The client is being handed over already, or stays with whom it is."""


class ItemsAreOpen(Exception):
    """`items` of the checklist are not taken over yet."""

    def __init__(self, items: list[HandoverItem]) -> None:
        super().__init__(len(items))
        self.items = items


def begin_handover(
    *, client: Client, to: User, reason: str, introduce_on: date, by: User, at: datetime, face: Face, run: str
) -> Handover:
    """Makes `to` the owner, gives him whatever the old owner was to do at the client, and writes the checklist. By
    `run` all of it is taken back. UnableToHandOver when it is under way already, has no owner, or keeps the one it has.
    """
    giver, on = client.owner, localtime(at).date()
    if giver is None or giver.pk == to.pk:
        raise UnableToHandOver
    try:
        with transaction.atomic():
            handover = Handover(client=client, giver=giver, taker=to, reason=reason, begun_on=on)
            handover.is_sample = client.is_sample
            create_record(record=handover, by=by, at=at, face=face, run=run)
            things = list(open_things(client, on))
            moved = _move_open(client, giver, to, by=by, at=at, face=face, run=run)
            hand_over_clients(clients=[client], to=to, by=by, at=at, face=face, run=run)
            touch = _introduce(handover, introduce_on)
            change_record(record=handover, values={"introduction": touch}, by=by, at=at, face=face, run=run)
            items = [
                HandoverItem(
                    handover=handover, kind=kind, number=number, place=place, moved=(kind, number) in moved
                )
                for place, (kind, number) in enumerate(
                    [*things, (HandoverKind.INTRODUCTION, touch.pk)], start=1
                )
            ]
            create_records(records=items, by=by, at=at, face=face, run=run)
    except IntegrityError as error:
        raise UnableToHandOver from error
    return handover


def begin_handovers(
    *,
    clients: Iterable[Client],
    to: User,
    reason: str,
    introduce_on: date,
    by: User,
    at: datetime,
    face: Face,
    run: str,
) -> tuple[int, int]:
    """`begin_handover` of each; a client that nobody had is given at once, one that `to` has stays. Returns how many
    passed to him and how many were left as they are because they are being handed over already.

    A transaction for each client: others work on meanwhile, and what was stopped half-way can be asked for again.
    """
    passed = left = 0
    for client in clients:
        if client.owner_id == to.pk:
            continue
        if client.owner_id is None:
            hand_over_clients(clients=[client], to=to, by=by, at=at, face=face, run=run)
            passed += 1
            continue
        try:
            begin_handover(
                client=client, to=to, reason=reason, introduce_on=introduce_on, by=by, at=at, face=face, run=run
            )  # fmt: skip
        except UnableToHandOver:
            left += 1
        else:
            passed += 1
    return passed, left


def take_item(
    *, item: HandoverItem, on: date | None, note: str, by: User, at: datetime, face: Face, run: str = ""
) -> HandoverItem:
    """Ticks the item on the day `on`, or with None takes the tick away; `note` is what both have to say of it."""
    values = {"taken_on": on, "note": note}
    return change_record(record=item, values=values, by=by, at=at, face=face, run=run)


def finish_handover(
    *, handover: Handover, note: str, by: User, at: datetime, face: Face, run: str = ""
) -> Handover:
    """Who handed over sees it no more. ItemsAreOpen while one is not ticked: nothing is left lying."""
    with transaction.atomic():
        left = list(
            handover.items.select_for_update().filter(deleted_at=None, taken_on=None).order_by("place")
        )
        if left:
            raise ItemsAreOpen(left)
        values = {"finished_on": localtime(at).date(), "note": note}
        return change_record(record=handover, values=values, by=by, at=at, face=face, run=run)


def _move_open(
    client: Client, giver: User, to: User, *, by: User, at: datetime, face: Face, run: str
) -> set[tuple[HandoverKind, int]]:
    """Everything that the old owner was to do gets the new one; what others do stays with them."""
    moved: set[tuple[HandoverKind, int]] = set()
    for kind, column, rows in _his(client, giver):
        changes: list[tuple[models.Model, Mapping[str, Any]]] = [(row, {column: to.pk}) for row in rows]
        if kind is HandoverKind.TOUCH:
            # A person chose the doer: no planning gives it back.
            changes = [(row, {**values, "moved": True}) for row, values in changes]
        change_records(changes=changes, by=by, at=at, face=face, run=run)
        if kind is not None:
            moved |= {(kind, row.pk) for row, _values in changes}
    return moved


def _his(client: Client, giver: User) -> Iterable[tuple[HandoverKind | None, str, Iterable[models.Model]]]:
    """(kind, column of the responsible, rows) of what is open and the old owner's; no kind where the rows are no items
    of the checklist.
    """
    live: dict[str, Any] = {"client": client, "deleted_at": None}
    yield HandoverKind.CASE, "owner_id", Case.objects.filter(**live, owner=giver, closed_on=None)
    yield HandoverKind.TASK, "person_id", Task.objects.filter(**live, person=giver, state=TaskState.OPEN)
    yield (
        HandoverKind.TOUCH, "person_id",
        Touch.objects.filter(client=client, person=giver, state__in=(TouchState.PLANNED, TouchState.HELD)),
    )  # fmt: skip
    yield (
        HandoverKind.COMPLAINT, "responsible_id",
        Complaint.objects.filter(**live, responsible=giver, closed_on=None),
    )  # fmt: skip
    yield (
        HandoverKind.PLAN, "responsible_id",
        Plan.objects.filter(**live, responsible=giver, state__in=UNFINISHED),
    )  # fmt: skip
    # The actions of a plan go with it.
    yield None, "person_id", PlanAction.objects.filter(**live, person=giver, state=ActionState.PLANNED)
    yield (
        HandoverKind.DEPENDENCE, "owner_id",
        DependencePlan.objects.filter(**live, owner=giver, closed_on=None),
    )  # fmt: skip
    yield HandoverKind.CONTACT, "talks_to_id", Contact.objects.filter(**live, talks_to=giver)


def _introduce(handover: Handover, on: date) -> Touch:
    """A planned contact like others, on Today and in plan and fact. It is made by no audited action, as those of a
    planning, and goes with its hand-over (care/receivers.py).
    """
    client = handover.client
    worth = ClientAssessment.objects.filter(client=client).values_list("revenue_window", flat=True).first()
    return Touch.objects.create(
        client=client,
        rule=_rule(),
        person=handover.taker,
        slot_on=on,
        due_on=on,
        latest_on=on + _LATE,
        about=handover.pk,
        moved=True,
        worth=worth,
    )


def _rule() -> Rule:
    """In the recycle bin from the beginning: it is no line of the standard, and asks for nothing by itself."""
    found = Rule.objects.filter(occasion=INTRODUCED).first()
    return found or Rule.objects.create(
        name=_("Introduction of the new person"),
        kind=InteractionKind.MEETING,
        channel=Channel.IN_PERSON,
        purpose=Purpose.MEET,
        occasion=INTRODUCED,
        is_on=False,
        deleted_at=datetime.fromtimestamp(0, tz=UTC),
    )
