from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.goals.schemas import (
    GoalChange,
    GoalClosed,
    GoalNotesAsked,
    GoalNoteShown,
    GoalsAsked,
    GoalShown,
    NewGoal,
    NewGoalNote,
    Values,
    ValueShown,
)
from vernost.api.measures.endpoints import MOST_ROWS, NO_MONEY, rows_of
from vernost.api.measures.schemas import Rows, RowShown
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.clients.models import Segment
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import Team, User
from vernost.core.queries.user import people_at_work
from vernost.programmes.actions.goal import (
    UnableToClose,
    change_goal,
    close_goal,
    note_on_goal,
    remove_goal,
    reopen_goal,
    set_goal,
)
from vernost.programmes.measures.measure import measure_of, money_measures
from vernost.programmes.models import Goal, GoalNote
from vernost.programmes.queries.goal import changeable_by, points_of, visible_to
from vernost.programmes.queries.goal_rows import rows_of_goal
from vernost.programmes.tasks import count_soon

operations = Operations("care")
_NO_TEAM = _("There is no such team.")
_NO_SEGMENT = _("There is no such segment.")


@operations.reads("/goals", right=Action.VIEW_CLIENT, answer=Page[GoalShown])
def list_goals(request: Request, asked: Query[GoalsAsked]) -> Page[GoalShown]:
    """Goals that concern the token's owner; those in money only where he may see money."""
    rows = narrowed(
        visible_to(request.auth),
        scope=asked.scope,
        owner=asked.owner_id,
        measure=asked.measure,
        state__in=asked.state,
        closed_on__isnull=None if asked.closed is None else not asked.closed,
    )
    return page_of(rows, asked, GoalShown)


@operations.creates("/goals", right=Action.SET_GOAL, answer=GoalShown)
def set_a_goal(request: Request, given: NewGoal) -> Goal:
    """A new goal; its numbers are counted at once, or for very many clients in the background."""
    values = _with_records(request.auth, given.model_dump())
    made = set_goal(by=request.auth, at=now(), face=Face.API, **values)
    return _counted(request.auth, made)


@operations.reads("/goals/{goal_id}", right=Action.VIEW_CLIENT, answer=GoalShown)
def show_goal(request: Request, goal_id: Number) -> Goal:
    """One goal with its number now and its forecast."""
    return found(visible_to(request.auth), goal_id)


@operations.changes("/goals/{goal_id}", right=Action.SET_GOAL, answer=GoalShown)
def change_a_goal(request: Request, goal_id: Number, given: GoalChange) -> Goal:
    """Writes the values that are sent and no others; with another measure, clients or beginning it starts anew."""
    goal = _changeable(request.auth, goal_id)
    standing = standing_of(goal, given.saw)
    values = _with_records(request.auth, given.values)
    changed = change_goal(goal=goal, by=request.auth, at=now(), face=Face.API, standing=standing, **values)
    return _counted(request.auth, changed)


@operations.removes("/goals/{goal_id}", right=Action.SET_GOAL)
def remove_a_goal(request: Request, goal_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    remove_goal(goal=_changeable(request.auth, goal_id), by=request.auth, at=now(), face=Face.API)


@operations.acts("/goals/{goal_id}/close", right=Action.VIEW_CLIENT, answer=GoalShown)
def close_a_goal(request: Request, goal_id: Number, given: GoalClosed) -> Goal:
    """The number that was counted last is the result; by its owner or who may change it."""
    goal = _worked_on(request.auth, goal_id)
    try:
        return close_goal(
            goal=goal, conclusion=given.conclusion, on=today(), by=request.auth, at=now(), face=Face.API
        )
    except UnableToClose as closed:
        raise Refusal(Code.CLOSED) from closed


@operations.acts("/goals/{goal_id}/reopen", right=Action.SET_GOAL, answer=GoalShown)
def reopen_a_goal(request: Request, goal_id: Number) -> Goal:
    """What was concluded stays in the audit log."""
    goal = _changeable(request.auth, goal_id)
    return reopen_goal(goal=goal, by=request.auth, at=now(), face=Face.API)


@operations.reads("/goals/{goal_id}/values", right=Action.VIEW_CLIENT, answer=Values)
def list_values_of_goal(request: Request, goal_id: Number) -> Values:
    """Its number month by month, from a year before the goal."""
    points = points_of(found(visible_to(request.auth), goal_id))
    return Values(items=[ValueShown.model_validate(one) for one in points])


@operations.reads("/goals/{goal_id}/rows", right=Action.VIEW_CLIENT, answer=Rows)
def list_rows_of_goal(request: Request, goal_id: Number) -> Rows:
    """What the number was made from when it was counted, of the clients that the token's owner sees."""
    goal = found(visible_to(request.auth), goal_id)
    rows, based_on = rows_of_goal(goal, request.auth, MOST_ROWS)
    return rows_of(
        request.auth, measure_of(goal.measure), based_on, [RowShown.model_validate(row) for row in rows]
    )


@operations.reads("/goal-notes", right=Action.VIEW_CLIENT, answer=Page[GoalNoteShown])
def list_goal_notes(request: Request, asked: Query[GoalNotesAsked]) -> Page[GoalNoteShown]:
    """What was seen or decided on the way to goals."""
    live: QuerySet[GoalNote] = GoalNote.objects.filter(deleted_at=None, goal__in=visible_to(request.auth))
    return page_of(narrowed(live, goal=asked.goal_id), asked, GoalNoteShown)


@operations.creates("/goals/{goal_id}/notes", right=Action.VIEW_CLIENT, answer=GoalNoteShown)
def note_on_a_goal(request: Request, goal_id: Number, given: NewGoalNote) -> GoalNote:
    """By its owner or who may change it."""
    goal = _worked_on(request.auth, goal_id)
    return note_on_goal(goal=goal, on=today(), by=request.auth, at=now(), face=Face.API, **given.model_dump())


def _changeable(person: User, pk: int) -> Goal:
    goal = found(visible_to(person), pk)
    if not changeable_by(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return goal


def _worked_on(person: User, pk: int) -> Goal:
    goal = found(visible_to(person), pk)
    return goal if goal.owner_id == person.pk else _changeable(person, pk)


def _with_records(person: User, values: dict[str, Any]) -> dict[str, Any]:
    if values.get("measure") in money_measures() and not sees_money(person):
        raise wrong("body.measure", str(NO_MONEY))
    chosen(Team.objects.all(), values, "team_id", _NO_TEAM)
    chosen(people_at_work(), values, "person_id", NOBODY)
    chosen(Segment.objects.all(), values, "segment_id", _NO_SEGMENT)
    chosen(people_at_work(), values, "owner_id", NOBODY)
    return values


def _counted(person: User, goal: Goal) -> Goal:
    count_soon(goal, on=today(), by=person)
    return goal
