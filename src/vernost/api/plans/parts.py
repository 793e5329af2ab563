"""Aims and actions of plans."""

from typing import Any

from django.db.models import QuerySet
from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.plans.endpoints import part_for, unfinished
from vernost.api.plans.schemas import (
    ActionDone,
    ActionDropped,
    AimChange,
    AimsAsked,
    AimShown,
    NewAim,
    NewPlanAction,
    PlanActionChange,
    PlanActionsAsked,
    PlanActionShown,
)
from vernost.api.shell.access import chosen
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.api.voice.complaints import NOT_THEIRS
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.programmes.actions.aim import change_aim, drop_aim, set_aim
from vernost.programmes.actions.plan_action import (
    add_plan_action,
    change_plan_action,
    drop_plan_action,
    finish_plan_action,
)
from vernost.programmes.enums import ActionState
from vernost.programmes.models import Aim, PlanAction
from vernost.programmes.queries.plan import visible_to

operations = Operations("care")


@operations.reads("/plan-aims", right=Action.VIEW_CLIENT, answer=Page[AimShown])
def list_aims(request: Request, asked: Query[AimsAsked]) -> Page[AimShown]:
    """Aims of plans; those that were changed or given up too, unless asked otherwise."""
    live: QuerySet[Aim] = Aim.objects.filter(deleted_at=None, plan__in=visible_to(request.auth))
    over = None if asked.over is None else not asked.over
    return page_of(narrowed(live, plan=asked.plan_id, over_on__isnull=over), asked, AimShown)


@operations.creates("/plans/{plan_id}/aims", right=Action.CHANGE_CLIENT, answer=AimShown)
def set_an_aim(request: Request, plan_id: Number, given: NewAim) -> Aim:
    """A new aim, in words."""
    plan = unfinished(request.auth, plan_id)
    return set_aim(plan=plan, on=today(), by=request.auth, at=now(), face=Face.API, **given.model_dump())


@operations.acts("/plan-aims/{aim_id}/change", right=Action.CHANGE_CLIENT, answer=AimShown)
def change_an_aim(request: Request, aim_id: Number, given: AimChange) -> Aim:
    """The old one stays in the history with the reason; the new one is answered, or the one that was given up."""
    aim = part_for(request.auth, Aim.objects.all(), aim_id)
    if aim.over_on is not None:
        raise Refusal(Code.CLOSED)
    how: dict[str, Any] = {"why": given.why, "on": today(), "by": request.auth, "at": now(), "face": Face.API}
    text = given.text.strip()
    return change_aim(aim=aim, text=text, **how) if text else drop_aim(aim=aim, **how)


@operations.reads("/plan-actions", right=Action.VIEW_CLIENT, answer=Page[PlanActionShown])
def list_plan_actions(request: Request, asked: Query[PlanActionsAsked]) -> Page[PlanActionShown]:
    """What is done for plans; while a plan runs each is a touch too."""
    live: QuerySet[PlanAction] = PlanAction.objects.filter(deleted_at=None, plan__in=visible_to(request.auth))
    rows = narrowed(
        live,
        plan=asked.plan_id,
        client=asked.client_id,
        person=asked.person_id,
        state=asked.state,
        due_on__lte=asked.due_to,
    )
    return page_of(rows, asked, PlanActionShown)


@operations.creates("/plans/{plan_id}/actions", right=Action.CHANGE_CLIENT, answer=PlanActionShown)
def add_an_action(request: Request, plan_id: Number, given: NewPlanAction) -> PlanAction:
    """Something to do for a plan."""
    plan = unfinished(request.auth, plan_id)
    values = _with_people(plan.client, given.model_dump())
    return add_plan_action(plan=plan, by=request.auth, at=now(), face=Face.API, **values)


@operations.changes("/plan-actions/{action_id}", right=Action.CHANGE_CLIENT, answer=PlanActionShown)
def change_an_action(request: Request, action_id: Number, given: PlanActionChange) -> PlanAction:
    """Writes the values that are sent and no others."""
    action = _planned(request.auth, action_id)
    standing = standing_of(action, given.saw)
    values = _with_people(action.client, given.values)
    return change_plan_action(
        action=action, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.acts("/plan-actions/{action_id}/finish", right=Action.CHANGE_CLIENT, answer=PlanActionShown)
def finish_an_action(request: Request, action_id: Number, given: ActionDone) -> PlanAction:
    """Done without a contact to write down; where there was one, finish the action's touch instead."""
    action = _planned(request.auth, action_id)
    return finish_plan_action(
        action=action, note=given.note, on=today(), by=request.auth, at=now(), face=Face.API
    )


@operations.acts("/plan-actions/{action_id}/drop", right=Action.CHANGE_CLIENT, answer=PlanActionShown)
def drop_an_action(request: Request, action_id: Number, given: ActionDropped) -> PlanAction:
    """It will not be done, and why."""
    action = _planned(request.auth, action_id)
    return drop_plan_action(
        action=action, why=given.why, on=today(), by=request.auth, at=now(), face=Face.API
    )


def _planned(person: User, pk: int) -> PlanAction:
    action: PlanAction = part_for(person, PlanAction.objects.select_related("client"), pk)
    if action.state != ActionState.PLANNED:
        raise Refusal(Code.CLOSED)
    return action


def _with_people(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    chosen(people_at_work(), values, "person_id", NOBODY)
    chosen(client.contacts.filter(deleted_at=None), values, "contact_id", NOT_THEIRS)
    return values
