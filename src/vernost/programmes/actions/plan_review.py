"""Looking at a plan: what was reached stands beside the numbers of that day."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.kpi import count_kpis
from vernost.programmes.enums import PlanState
from vernost.programmes.models import Kpi, Plan, PlanReview
from vernost.programmes.queries.kpi import kpis_of


def review_plan(
    *,
    plan: Plan,
    reached: str,
    decided: str,
    next_on: date | None,
    on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
) -> PlanReview:
    """Freezes the numbers of `on`. Without `next_on` the next review is on the last day of the plan."""
    with transaction.atomic():
        kpis = kpis_of(plan)
        count_kpis(kpis=kpis, on=on, read=True)
        review = PlanReview(
            plan=plan,
            on=on,
            reached=reached,
            decided=decided,
            numbers=[_frozen(kpi) for kpi in kpis],
            reviewed_by=by,
            is_sample=plan.is_sample,
        )
        create_record(record=review, by=by, at=at, face=face, run=run)
        values = {"state": PlanState.REVIEWED, "review_on": next_on or plan.until_on}
        change_record(record=plan, values=values, by=by, at=at, face=face, run=run)
    return review


def _frozen(kpi: Kpi) -> dict[str, Any]:
    return {
        "measure": kpi.measure,
        "line": kpi.line.name if kpi.line else "",
        "start": _text(kpi.start),
        "target": _text(kpi.target),
        "now": _text(kpi.now),
        "unknown": kpi.now_unknown,
        "forecast": _text(kpi.forecast),
        "standing": str(kpi.standing),
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:.2f}"
