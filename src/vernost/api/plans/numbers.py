"""Numbers of plans and what they are made from, and the reviews that freeze them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.measures.endpoints import MOST_ROWS, NO_MONEY, rows_of
from vernost.api.measures.schemas import Rows, RowShown
from vernost.api.plans.endpoints import plan_for, unfinished
from vernost.api.plans.number_schemas import (
    NewPlanNumber,
    NewPlanReview,
    PlanNumberChange,
    PlanNumbersAsked,
    PlanNumberShown,
    PlanReviewShown,
    Readings,
    ReadingShown,
)
from vernost.api.plans.schemas import PartsAsked
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.clients.models import ServiceLine
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.kpi import add_kpi, change_kpi, remove_kpi
from vernost.programmes.actions.plan_review import review_plan
from vernost.programmes.enums import LIVE
from vernost.programmes.measures.measure import money_measures
from vernost.programmes.models import Kpi, PlanReview
from vernost.programmes.queries.kpi import figure
from vernost.programmes.queries.plan import kpis_visible_to, visible_to

operations = Operations("care")
_NO_LINE = _("There is no such service line.")


@operations.reads("/plan-numbers", right=Action.VIEW_CLIENT, answer=Page[PlanNumberShown])
def list_plan_numbers(request: Request, asked: Query[PlanNumbersAsked]) -> Page[PlanNumberShown]:
    """Numbers by which plans are measured, of the last counting; those in money only for who may see money."""
    rows = narrowed(
        kpis_visible_to(request.auth), plan=asked.plan_id, measure=asked.measure, standing=asked.standing
    )
    return page_of(rows, asked, PlanNumberShown)


@operations.creates("/plans/{plan_id}/numbers", right=Action.CHANGE_CLIENT, answer=PlanNumberShown)
def add_a_plan_number(request: Request, plan_id: Number, given: NewPlanNumber) -> Kpi:
    """Measures a plan by one number more: its start and its past months are counted at once."""
    plan = unfinished(request.auth, plan_id)
    if given.measure in money_measures() and not sees_money(request.auth):
        raise wrong("body.measure", str(NO_MONEY))
    values: dict[str, Any] = given.model_dump()
    chosen(ServiceLine.objects.all(), values, "line_id", _NO_LINE)
    return add_kpi(plan=plan, on=today(), by=request.auth, at=now(), face=Face.API, **values)


@operations.changes("/plan-numbers/{number_id}", right=Action.CHANGE_CLIENT, answer=PlanNumberShown)
def change_a_plan_number(request: Request, number_id: Number, given: PlanNumberChange) -> Kpi:
    """Another target; what is measured is not changed: that is another number."""
    kpi = _kpi(request.auth, number_id)
    standing = standing_of(kpi, given.saw)
    target = given.values.get("target", kpi.target)
    return change_kpi(
        kpi=kpi, target=target, on=today(), by=request.auth, at=now(), face=Face.API, standing=standing
    )


@operations.removes("/plan-numbers/{number_id}", right=Action.CHANGE_CLIENT)
def remove_a_plan_number(request: Request, number_id: Number) -> None:
    """The plan is not measured by it any more."""
    remove_kpi(kpi=_kpi(request.auth, number_id), by=request.auth, at=now(), face=Face.API)


@operations.reads("/plan-numbers/{number_id}/rows", right=Action.VIEW_CLIENT, answer=Rows)
def list_rows_of_plan_number(request: Request, number_id: Number) -> Rows:
    """What the number is made from today: the latest 200 rows."""
    kpi = found(_seen(request.auth), number_id)
    plan = plan_for(request.auth, kpi.plan_id)
    made = figure(plan, kpi, today())
    items = [
        RowShown(on=row.on, client_id=row.client_id, what=made.measure.words(row.record), number=row.number)
        for row in made.value.rows(MOST_ROWS)
    ]
    return rows_of(request.auth, made.measure, made.value.based_on, items)


@operations.reads("/plan-numbers/{number_id}/readings", right=Action.VIEW_CLIENT, answer=Readings)
def list_readings(request: Request, number_id: Number) -> Readings:
    """What the number was, month by month."""
    kpi = found(_seen(request.auth), number_id)
    return Readings(items=[ReadingShown.model_validate(one) for one in kpi.readings.order_by("on")])


@operations.reads("/plan-reviews", right=Action.VIEW_CLIENT, answer=Page[PlanReviewShown])
def list_plan_reviews(request: Request, asked: Query[PartsAsked]) -> Page[PlanReviewShown]:
    """Looks at plans, with the numbers of that day; those in money only for who may see money."""
    live: QuerySet[PlanReview] = PlanReview.objects.filter(deleted_at=None, plan__in=visible_to(request.auth))
    page = page_of(narrowed(live, plan=asked.plan_id), asked, PlanReviewShown)
    for one in page.items:
        one.numbers = _without_money(request.auth, one.numbers)
    return page


@operations.creates("/plans/{plan_id}/reviews", right=Action.CHANGE_CLIENT, answer=PlanReviewShown)
def review_a_plan(request: Request, plan_id: Number, given: NewPlanReview) -> PlanReviewShown:
    """Freezes the numbers of the day with what people say of them; 409 for a plan that does not run."""
    plan = unfinished(request.auth, plan_id)
    if plan.state not in LIVE:
        raise Refusal(Code.CLOSED)
    review = review_plan(
        plan=plan, on=today(), by=request.auth, at=now(), face=Face.API, **given.model_dump()
    )
    shown = PlanReviewShown.model_validate(review)
    shown.numbers = _without_money(request.auth, shown.numbers)
    return shown


def _seen(person: User) -> QuerySet[Kpi]:
    return kpis_visible_to(person).select_related("plan", "line").prefetch_related("readings")


def _kpi(person: User, pk: int) -> Kpi:
    kpi = found(_seen(person), pk)
    kpi.plan = unfinished(person, kpi.plan_id)
    return kpi


def _without_money(person: User, numbers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    hidden = [] if sees_money(person) else money_measures()
    return [one for one in numbers if one["measure"] not in hidden]
