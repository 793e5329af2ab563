from datetime import date, datetime
from typing import TypedDict, Unpack

from vernost.assessment.models import DependencePlan
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


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
    """IntegrityError when the client has an open plan already."""
    return create_record(record=DependencePlan(client=client, **fields), by=by, at=at, face=face, run=run)


def change_dependence_plan(
    *, plan: DependencePlan, by: User, at: datetime, face: Face, run: str = "", **fields: Unpack[PlanFields]
) -> DependencePlan:
    return change_record(record=plan, values=dict(fields), by=by, at=at, face=face, run=run)


def close_dependence_plan(
    *, plan: DependencePlan, outcome: str, on: date, by: User, at: datetime, face: Face, run: str = ""
) -> DependencePlan:
    """The plan is over; while the client gives as much as before, the demand for a plan opens again."""
    return change_record(
        record=plan, values={"closed_on": on, "outcome": outcome}, by=by, at=at, face=face, run=run
    )
