"""What is done for a plan. Each change is told to care, which keeps the touch of the action in line."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.models import Contact
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.enums import ActionKind, ActionState
from vernost.programmes.listeners import tell_of_plans
from vernost.programmes.models import Plan, PlanAction
from vernost.programmes.plan_faults import wrong_person
from vernost.voice.actions.act import record_act, remove_act
from vernost.voice.enums import ActKind
from vernost.voice.models import Act, Interaction


class ActionFields(TypedDict, total=False):
    what: str
    kind: ActionKind
    person: User
    contact: Contact | None
    due_on: date


def add_plan_action(
    *, plan: Plan, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[ActionFields]
) -> PlanAction:
    """WrongValues when its doer does not see the client."""
    refuse_wrong(wrong_person("person", fields.get("person"), plan.client))
    action = PlanAction(plan=plan, client_id=plan.client_id, is_sample=plan.is_sample, **fields)
    with transaction.atomic():
        create_record(record=action, by=by, at=at, face=face, run=run)
        tell_of_plans({plan.client_id}, at)
    return action


def change_plan_action(
    *,
    action: PlanAction,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ActionFields],
) -> PlanAction:
    """Also moved and handed over from Today. WrongValues when its doer does not see the client; ChangedMeanwhile when
    another value stands in the database than `standing` says.
    """
    refuse_wrong(wrong_person("person", fields.get("person"), action.client))
    return _change(action, dict(fields), by, at, face, run, standing)


def finish_plan_action(
    *,
    action: PlanAction,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    note: str = "",
    said: Interaction | None = None,
) -> PlanAction:
    """A joint project that is done is written down as such an act of the client, noted in the contact `said` by which
    it was done.
    """
    with transaction.atomic():
        if action.kind == ActionKind.JOINT_PROJECT:
            record_act(
                client=action.client,
                kind=ActKind.JOINT_PROJECT,
                happened_on=on,
                note=action.what,
                interaction=said,
                by=by,
                at=at,
                face=face,
                run=run,
            )
        values = {"state": ActionState.DONE, "closed_on": on, "note": note}
        return _change(action, values, by, at, face, run)


def reopen_plan_action(
    *, action: PlanAction, said: Interaction, by: User | None, at: datetime, face: Face, run: str = ""
) -> PlanAction:
    """The contact `said` by which it was done was taken back; the act that was noted in it goes too."""
    noted = Act.objects.filter(
        interaction=said, kind=ActKind.JOINT_PROJECT, note=action.what, deleted_at=None
    )
    with transaction.atomic():
        for act in noted:
            remove_act(act=act, by=by, at=at, face=face, run=run)
        values = {"state": ActionState.PLANNED, "closed_on": None, "note": ""}
        return _change(action, values, by, at, face, run)


def drop_plan_action(
    *, action: PlanAction, why: str, on: date, by: User | None, at: datetime, face: Face, run: str = ""
) -> PlanAction:
    """It will not be done. `why` must not be empty."""
    values = {"state": ActionState.DROPPED, "closed_on": on, "note": why}
    return _change(action, values, by, at, face, run)


def _change(
    action: PlanAction,
    values: dict[str, Any],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
    standing: Mapping[str, Any] | None = None,
) -> PlanAction:
    with transaction.atomic():
        change_record(record=action, values=values, by=by, at=at, face=face, run=run, standing=standing)
        tell_of_plans({action.client_id}, at)
    return action
