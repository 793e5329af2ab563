from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.utils.translation import gettext as _

from vernost.assessment.models import DependencePlan
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import WrongValues


class PlanFields(TypedDict, total=False):
    owner: User
    aim: str
    steps: str
    due_on: date
    review_on: date
    is_sample: bool


def create_dependence_plan(
    *, client: Client, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[PlanFields]
) -> DependencePlan:
    """IntegrityError when the client has an open plan already. WrongValues when it is looked at too late."""
    _refuse_late_review(fields["due_on"], fields["review_on"])
    return create_record(record=DependencePlan(client=client, **fields), by=by, at=at, face=face, run=run)


def change_dependence_plan(
    *,
    plan: DependencePlan,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[PlanFields],
) -> DependencePlan:
    """WrongValues when the plan would be looked at after it is to be done."""
    _refuse_late_review(fields.get("due_on", plan.due_on), fields.get("review_on", plan.review_on))
    return change_record(
        record=plan, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def close_dependence_plan(
    *, plan: DependencePlan, outcome: str, on: date, by: User, at: datetime, face: Face, run: str = ""
) -> DependencePlan:
    """The plan is over; while the client gives as much as before, the demand for a plan opens again."""
    return change_record(
        record=plan, values={"closed_on": on, "outcome": outcome}, by=by, at=at, face=face, run=run
    )


def _refuse_late_review(due_on: date, review_on: date) -> None:
    if review_on > due_on:
        raise WrongValues({"review_on": _("Look at the plan before it is to be done.")})
