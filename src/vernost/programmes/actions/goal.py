from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction

from vernost.clients.models import Segment
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import Team, User
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Better
from vernost.programmes.models import Goal, GoalNote, GoalRows


class UnableToClose(Exception):
    """The goal is closed already, or has no conclusion."""


class GoalFields(TypedDict, total=False):
    title: str
    why: str
    measure: str
    scope: GoalScope
    team: Team | None
    person: User | None
    segment: Segment | None
    owner: User
    starts_on: date
    ends_on: date
    better: Better
    target: Decimal
    is_sample: bool


def set_goal(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[GoalFields]
) -> Goal:
    """A new goal without numbers yet: `count_goals` brings them."""
    return create_record(record=Goal(**fields), by=by, at=at, face=face, run=run)


def change_goal(
    *, goal: Goal, by: User, at: datetime, face: Face, run: str = "", **fields: Unpack[GoalFields]
) -> Goal:
    """With another measure, other clients or another beginning it starts from another number: what was counted is
    forgotten.
    """
    before = (goal.measure, goal.scope, goal.subject, goal.starts_on)
    with transaction.atomic():
        change_record(record=goal, values=dict(fields), by=by, at=at, face=face, run=run)
        if (goal.measure, goal.scope, goal.subject, goal.starts_on) != before:
            goal.start = None
            GoalRows.objects.filter(goal=goal).delete()
        goal.counted_on = None
        goal.save(update_fields=["start", "counted_on"])
    return goal


def close_goal(
    *, goal: Goal, conclusion: str, on: date, by: User, at: datetime, face: Face, run: str = ""
) -> Goal:
    """Freezes the number that was counted last as the result. UnableToClose when it is closed already."""
    if goal.closed_on is not None or not conclusion.strip():
        raise UnableToClose
    values = {"closed_on": on, "result": goal.now, "conclusion": conclusion}
    return change_record(record=goal, values=values, by=by, at=at, face=face, run=run)


def reopen_goal(*, goal: Goal, by: User, at: datetime, face: Face, run: str = "") -> Goal:
    """What was concluded stays in the audit log."""
    values = {"closed_on": None, "result": None, "conclusion": ""}
    return change_record(record=goal, values=values, by=by, at=at, face=face, run=run)


def remove_goal(*, goal: Goal, by: User, at: datetime, face: Face, run: str = "") -> Goal:
    return remove_record(record=goal, by=by, at=at, face=face, run=run)


class GoalNoteFields(TypedDict, total=False):
    text: str
    is_decision: bool
    link: str


def note_on_goal(
    *,
    goal: Goal,
    on: date,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[GoalNoteFields],
) -> GoalNote:
    note = GoalNote(goal=goal, author=by, noted_on=on, is_sample=goal.is_sample, **fields)
    return create_record(record=note, by=by, at=at, face=face, run=run)
