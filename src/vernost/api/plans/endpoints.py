from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.plans.schemas import NewPlan, PlanChange, PlanFinished, PlansAsked, PlanShown
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong, wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.programmes.actions.plan import (
    Outline,
    UnableToStart,
    change_plan,
    create_plan,
    finish_plan,
    remove_plan,
    start_plan,
)
from vernost.programmes.enums import PlanState
from vernost.programmes.models import Plan
from vernost.programmes.queries.plan import visible_to
from vernost.programmes.queries.plan_template import template_of

operations = Operations("care")
NO_TEMPLATE = gettext_lazy("There is no such template.")


@operations.reads("/plans", right=Action.VIEW_CLIENT, answer=Page[PlanShown])
def list_plans(request: Request, asked: Query[PlansAsked]) -> Page[PlanShown]:
    """Plans of the clients that the token's owner sees."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        responsible=asked.responsible_id,
        state__in=asked.state,
        review_on__lte=asked.review_to,
    )
    return page_of(rows, asked, PlanShown)


@operations.creates("/plans", right=Action.CHANGE_CLIENT, answer=PlanShown)
def create_a_plan(request: Request, given: NewPlan) -> Plan:
    """A draft, empty or from a template; it is started when it has an aim, a number with a target and a review."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = given.model_dump(exclude={"client_id", "template"})
    chosen(people_at_work(), values, "responsible_id", NOBODY)
    template = template_of(given.template) if given.template else None
    if given.template and template is None:
        raise wrong("body.template", str(NO_TEMPLATE))
    outline = Outline(template.aims, template.kpis, template.actions) if template else Outline()
    return create_plan(
        client=client, outline=outline, on=today(), by=request.auth, at=now(), face=Face.API, **values
    )


@operations.reads("/plans/{plan_id}", right=Action.VIEW_CLIENT, answer=PlanShown)
def show_plan(request: Request, plan_id: Number) -> Plan:
    """One plan; its parts are lists of their own."""
    return plan_for(request.auth, plan_id)


@operations.changes("/plans/{plan_id}", right=Action.CHANGE_CLIENT, answer=PlanShown)
def change_a_plan(request: Request, plan_id: Number, given: PlanChange) -> Plan:
    """Writes the values that are sent and no others."""
    plan = unfinished(request.auth, plan_id)
    standing = standing_of(plan, given.saw)
    values = given.values
    chosen(people_at_work(), values, "responsible_id", NOBODY)
    return change_plan(plan=plan, by=request.auth, at=now(), face=Face.API, standing=standing, **values)


@operations.removes("/plans/{plan_id}", right=Action.CHANGE_CLIENT)
def remove_a_plan(request: Request, plan_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    plan = plan_for(request.auth, plan_id, Action.CHANGE_CLIENT)
    remove_plan(plan=plan, by=request.auth, at=now(), face=Face.API)


@operations.acts("/plans/{plan_id}/start", right=Action.CHANGE_CLIENT, answer=PlanShown)
def start_a_plan(request: Request, plan_id: Number) -> Plan:
    """From now on its actions stand on Today; 409 tells what the draft lacks."""
    plan = plan_for(request.auth, plan_id, Action.CHANGE_CLIENT)
    if plan.state != PlanState.DRAFT:
        raise Refusal(Code.CLOSED)
    try:
        return start_plan(plan=plan, on=today(), by=request.auth, at=now(), face=Face.API)
    except UnableToStart as refused:
        text = _("The plan is not started yet. It lacks: %(what)s.")
        missing = ", ".join(str(lacking.label) for lacking in refused.lacking)
        errors = [Wrong(where="path.plan_id", what=text % {"what": missing})]
        raise Refusal(Code.IMPOSSIBLE, errors=errors) from refused


@operations.acts("/plans/{plan_id}/finish", right=Action.CHANGE_CLIENT, answer=PlanShown)
def finish_a_plan(request: Request, plan_id: Number, given: PlanFinished) -> Plan:
    """What was still planned is no touch any more; the numbers of the day are kept."""
    plan = unfinished(request.auth, plan_id)
    return finish_plan(plan=plan, outcome=given.outcome, on=today(), by=request.auth, at=now(), face=Face.API)


def plan_for(person: User, pk: int, action: Action = Action.VIEW_CLIENT) -> Plan:
    """Not found when `person` may not see the client; not allowed when he may not do `action` with it."""
    plan = Plan.objects.filter(pk=pk, deleted_at=None).select_related("responsible").first()
    if plan is None:
        raise Refusal(Code.NOT_FOUND)
    plan.client = client_for(person, plan.client_id, action)
    return plan


def unfinished(person: User, pk: int) -> Plan:
    """A plan that `person` may change and that goes on."""
    plan = plan_for(person, pk, Action.CHANGE_CLIENT)
    if plan.state == PlanState.FINISHED:
        raise Refusal(Code.CLOSED)
    return plan


def part_for(person: User, rows: Any, pk: int) -> Any:
    """A part out of `rows`, of an unfinished plan that `person` may change."""
    part = rows.filter(pk=pk, deleted_at=None).first()
    if part is None:
        raise Refusal(Code.NOT_FOUND)
    part.plan = unfinished(person, part.plan_id)
    return part
