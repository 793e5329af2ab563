from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.models import Segment
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import Team, User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.enums import GoalScope
from vernost.programmes.goal_faults import tidied_goal, wrong_in_goal, wrong_in_note
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


# What speaks for or against a goal together.
_WHOLE = ("measure", "scope", "team", "person", "segment", "starts_on", "ends_on")


def set_goal(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[GoalFields]
) -> Goal:
    """A new goal without numbers yet: `count_goals` brings them. WrongValues when it contradicts itself, or is none
    that `by` may set.
    """
    refuse_wrong(wrong_in_goal(fields, by))
    return create_record(record=Goal(**tidied_goal(fields)), by=by, at=at, face=face, run=run)


def change_goal(
    *,
    goal: Goal,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[GoalFields],
) -> Goal:
    """With another measure, other clients or another beginning it starts from another number: what was counted is
    forgotten. WrongValues as when it is set; ChangedMeanwhile when another value stands in the database than `standing`
    says.
    """
    whole = {name: getattr(goal, name) for name in _WHOLE} | fields
    refuse_wrong(wrong_in_goal(whole, by))
    tidy = tidied_goal(whole)
    wanted = {name: tidy[name] for name in tidy if name in fields or tidy[name] != whole[name]}
    before = (goal.measure, goal.scope, goal.subject, goal.starts_on)
    with transaction.atomic():
        change_record(record=goal, values=wanted, by=by, at=at, face=face, run=run, standing=standing)
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
    """WrongValues when its link leads elsewhere."""
    refuse_wrong(wrong_in_note(fields))
    note = GoalNote(goal=goal, author=by, noted_on=on, is_sample=goal.is_sample, **fields)
    return create_record(record=note, by=by, at=at, face=face, run=run)
