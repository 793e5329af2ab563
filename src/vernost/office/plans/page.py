"""What stands on the page of a plan and on its print."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.assessment.queries.case import unclosed_of
from vernost.assessment.queries.dependence import open_plans
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.cases.words import reason_of
from vernost.office.plans.picture import Trend
from vernost.office.plans.words import kpi_name, name_of, shown, standing_badge, state_badge, why_unknown
from vernost.office.shell.access import client_for, may, may_on
from vernost.programmes.enums import LIVE, ActionState, PlanState
from vernost.programmes.measures.measure import Unit, measure_of
from vernost.programmes.models import Plan, PlanReview
from vernost.programmes.queries.kpi import Figure, figures
from vernost.programmes.queries.plan import lacking_of, page_of


@dataclass(frozen=True)
class ShownKpi:
    """One number of a plan as the page tells it."""

    pk: int
    name: str
    how: str
    start: str
    target: str
    now: str
    unknown: str
    forecast: str
    badge: SafeString
    picture: SafeString
    counted: str


def plan_for(user: User, pk: int, action: Action = Action.VIEW_CLIENT) -> Plan:
    """404 when `user` may not see the client; 403 when he may not do `action` with it."""
    plan = Plan.objects.filter(pk=pk, deleted_at=None).select_related("responsible").first()
    if plan is None:
        raise Http404
    plan.client = client_for(user, plan.client_id, action)
    return plan


def page_context(plan: Plan, user: User, on: date) -> dict[str, Any]:
    money = may(user, Action.VIEW_MONEY)
    parts = page_of(plan)
    client = plan.client
    found = [one for one in figures(plan, on) if money or one.measure.unit is not Unit.MONEY]
    return {
        "plan": plan,
        "client": client,
        "state": state_badge(plan.state),
        "kpis": [shown_kpi(plan, one) for one in found],
        "aims": parts["aims"],
        "past_aims": parts["past_aims"],
        "actions": [(one, one.state == ActionState.PLANNED and one.due_on < on) for one in parts["actions"]],
        "reviews": [(one, frozen(one, money=money)) for one in parts["reviews"]],
        "contacts": client.contacts.filter(deleted_at=None).select_related("talks_to").order_by("name"),
        "competitors": _rivals(client),
        "risks": [reason_of(case) for case in unclosed_of(client)],
        "dependence": open_plans().filter(client=client).first() if money else None,
        "lacking": lacking_of(plan) if plan.state == PlanState.DRAFT else [],
        "is_draft": plan.state == PlanState.DRAFT,
        "is_live": plan.state in LIVE,
        "review_due": plan.review_on is not None and plan.review_on <= on and plan.state in LIVE,
        "may_change": may_on(user, client, Action.CHANGE_CLIENT) and plan.state != PlanState.FINISHED,
        "may_remove": may_on(user, client, Action.CHANGE_CLIENT),
        "on": on,
    }


def shown_kpi(plan: Plan, one: Figure) -> ShownKpi:
    measure, name = one.measure, name_of(one.kpi)
    now, target = shown(one.value.number, measure), shown(one.kpi.target, measure)
    label = _("%(name)s: now %(now)s, target %(target)s") % {"name": name, "now": now, "target": target}
    return ShownKpi(
        pk=one.kpi.pk,
        name=name,
        how=str(one.measure.how),
        start=shown(one.kpi.start, measure),
        target=target,
        now=now,
        unknown=str(one.value.unknown.label) if one.value.unknown else "",
        forecast=shown(one.forecast, measure),
        badge=standing_badge(one.standing),
        picture=Trend(plan, one).drawn(label),
        counted=str(one.kpi.get_counted_display()),
    )


def frozen(review: PlanReview, *, money: bool) -> list[tuple[str, str, str, str, SafeString]]:
    """Name, start, target and what it was on the day, with its state then."""
    found = []
    for one in review.numbers:
        measure = measure_of(one["measure"])
        if measure.unit is Unit.MONEY and not money:
            continue
        start, target, now = (
            shown(None if one[key] is None else Decimal(one[key]), measure)
            for key in ("start", "target", "now")
        )
        found.append(
            (
                kpi_name(one["measure"], one["line"]),
                start,
                target,
                why_unknown(one["unknown"]) or now,
                standing_badge(one["standing"]),
            )
        )
    return found


def _rivals(client: Client) -> list[Any]:
    """The last estimate of each competitor."""
    rows = client.competitors.filter(deleted_at=None).select_related("competitor")
    last: dict[int, Any] = {}
    for one in rows.order_by("estimated_on", "pk"):
        last[one.competitor_id] = one
    return sorted(last.values(), key=lambda one: -(one.part_percent or 0))
