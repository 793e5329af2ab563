"""Plans against dependence on one client."""

from typing import Any

from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.dependence.schemas import (
    DependencePlanChange,
    DependencePlanClosing,
    DependencePlansAsked,
    DependencePlanShown,
    NewDependencePlan,
)
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.assessment.actions.dependence_plan import (
    change_dependence_plan,
    close_dependence_plan,
    create_dependence_plan,
)
from vernost.assessment.models import DependencePlan
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.queries.user import people_at_work

operations = Operations("judgement")


@operations.reads("/dependence-plans", right=Action.VIEW_MONEY, answer=Page[DependencePlanShown])
def list_dependence_plans(request: Request, asked: Query[DependencePlansAsked]) -> Page[DependencePlanShown]:
    """What is done so that losing a client does not endanger the company."""
    rows = narrowed(
        of_clients(DependencePlan, request.auth, Action.VIEW_MONEY),
        client=asked.client_id,
        owner=asked.owner_id,
        closed_on__isnull=not asked.closed,
    )
    return page_of(rows, asked, DependencePlanShown)


@operations.creates("/dependence-plans", right=Action.CHANGE_CLIENT, answer=DependencePlanShown)
def create_plan_against_dependence(request: Request, given: NewDependencePlan) -> DependencePlan:
    """A plan for a client; 409 while he has an open one."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = given.model_dump(exclude={"client_id"})
    chosen(people_at_work(), values, "owner_id", NOBODY)
    return create_dependence_plan(client=client, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads(
    "/dependence-plans/{dependence_plan_id}", right=Action.VIEW_MONEY, answer=DependencePlanShown
)
def show_plan_against_dependence(request: Request, dependence_plan_id: Number) -> DependencePlan:
    """One plan."""
    seen = Action.VIEW_MONEY
    return record_for(DependencePlan, request.auth, dependence_plan_id, seen=seen, action=seen)


@operations.changes(
    "/dependence-plans/{dependence_plan_id}", right=Action.CHANGE_CLIENT, answer=DependencePlanShown
)
def change_plan_against_dependence(
    request: Request, dependence_plan_id: Number, given: DependencePlanChange
) -> DependencePlan:
    """Writes the values that are sent and no others."""
    plan = _open(request, dependence_plan_id)
    standing = standing_of(plan, given.saw)
    values: dict[str, Any] = given.values
    chosen(people_at_work(), values, "owner_id", NOBODY)
    return change_dependence_plan(
        plan=plan, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.acts(
    "/dependence-plans/{dependence_plan_id}/close", right=Action.CHANGE_CLIENT, answer=DependencePlanShown
)
def close_plan_against_dependence(
    request: Request, dependence_plan_id: Number, given: DependencePlanClosing
) -> DependencePlan:
    """The plan is over; while the client gives as much as before, another is demanded."""
    plan = _open(request, dependence_plan_id)
    return close_dependence_plan(
        plan=plan, outcome=given.outcome, on=today(), by=request.auth, at=now(), face=Face.API
    )


def _open(request: Request, pk: int) -> DependencePlan:
    action = Action.CHANGE_CLIENT
    plan = record_for(DependencePlan, request.auth, pk, seen=Action.VIEW_MONEY, action=action)
    if plan.closed_on is not None:
        raise Refusal(Code.CLOSED)
    return plan
