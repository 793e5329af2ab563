"""A plan from its first draft to its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.actions.aim import set_aim
from vernost.programmes.actions.kpi import add_kpi, count_kpis
from vernost.programmes.actions.plan_action import add_plan_action
from vernost.programmes.enums import ActionKind, Counted, Lacking, PlanState, TargetHow
from vernost.programmes.listeners import tell_of_plans
from vernost.programmes.models import Plan
from vernost.programmes.plan_faults import wrong_in_plan
from vernost.programmes.queries.kpi import kpis_of
from vernost.programmes.queries.plan import lacking_of


class PlanFields(TypedDict, total=False):
    name: str
    responsible: User
    since_on: date
    until_on: date
    review_on: date | None
    risks: str
    is_sample: bool


class UnableToStart(Exception):
    """The plan is no draft, or it is not ready: `lacking` says what is missing. Nothing was changed."""

    def __init__(self, lacking: list[Lacking]) -> None:
        super().__init__(", ".join(lacking))
        self.lacking = lacking


@dataclass(frozen=True)
class Outline:
    """What a plan begins with: aims, numbers {measure, how, by} and actions {what, kind, days, level}."""

    aims: tuple[str, ...] = ()
    kpis: tuple[Mapping[str, Any], ...] = ()
    actions: tuple[Mapping[str, Any], ...] = ()


def create_plan(
    *,
    client: Client,
    outline: Outline,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[PlanFields],
) -> Plan:
    """A draft with all that `outline` says; actions go to the responsible, contacts are found by their level.
    WrongValues when its days contradict each other or its responsible does not see the client.
    """
    refuse_wrong(wrong_in_plan(fields, client))
    with transaction.atomic():
        plan = create_record(record=Plan(client=client, **fields), by=by, at=at, face=face, run=run)
        given: dict[str, Any] = {"by": by, "at": at, "face": face, "run": run}
        for text in outline.aims:
            set_aim(plan=plan, text=text, on=on, **given)
        for one in outline.kpis:
            number = one.get("by")
            add_kpi(
                plan=plan,
                measure=one["measure"],
                counted=Counted(one.get("counted", Counted.YEAR)),
                target=None if number is None else Decimal(str(number)),
                how=TargetHow(one.get("how", TargetHow.TO)),
                on=on,
                **given,
            )
        people = _people_by_level(client)
        for one in outline.actions:
            add_plan_action(
                plan=plan,
                what=one["what"],
                kind=ActionKind(one["kind"]),
                person=plan.responsible,
                contact=people.get(one.get("level", "")),
                due_on=plan.since_on + timedelta(days=int(one["days"])),
                **given,
            )
    return plan


def change_plan(
    *,
    plan: Plan,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[PlanFields],
) -> Plan:
    """WrongValues as when it is made; ChangedMeanwhile when another value stands in the database than `standing`
    says.
    """
    days = {"since_on": plan.since_on, "until_on": plan.until_on, "review_on": plan.review_on}
    refuse_wrong(wrong_in_plan(days | fields, plan.client))
    return change_record(
        record=plan, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def start_plan(*, plan: Plan, on: date, by: User | None, at: datetime, face: Face, run: str = "") -> Plan:
    """From now on its actions are touches. UnableToStart when it is not ready."""
    lacking = lacking_of(plan)
    if lacking or plan.state != PlanState.DRAFT:
        raise UnableToStart(lacking)
    with transaction.atomic():
        change_record(record=plan, values={"state": PlanState.RUNNING}, by=by, at=at, face=face, run=run)
        count_kpis(kpis=kpis_of(plan), on=on)
        tell_of_plans({plan.client_id}, at)
    return plan


def finish_plan(
    *, plan: Plan, outcome: str, on: date, by: User | None, at: datetime, face: Face, run: str = ""
) -> Plan:
    """`outcome` must not be empty. What was still planned is no touch any more."""
    values = {"state": PlanState.FINISHED, "finished_on": on, "outcome": outcome, "review_on": None}
    with transaction.atomic():
        count_kpis(kpis=kpis_of(plan), on=on, read=True)
        change_record(record=plan, values=values, by=by, at=at, face=face, run=run)
        tell_of_plans({plan.client_id}, at)
    return plan


def remove_plan(*, plan: Plan, by: User | None, at: datetime, face: Face, run: str = "") -> Plan:
    with transaction.atomic():
        remove_record(record=plan, by=by, at=at, face=face, run=run)
        tell_of_plans({plan.client_id}, at)
    return plan


def _people_by_level(client: Client) -> dict[str, Contact]:
    rows = client.contacts.filter(deleted_at=None).exclude(level="").order_by("-pk")
    return {one.level: one for one in rows}
