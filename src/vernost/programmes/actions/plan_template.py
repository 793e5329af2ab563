"""Templates: the company's own, and shipped ones that it changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.programmes.models import PlanTemplate
from vernost.programmes.plan_faults import wrong_in_template


def save_template(
    *,
    template: PlanTemplate | None,
    code: str,
    name: str,
    advice: str,
    aims: Sequence[str],
    kpis: Sequence[Mapping[str, Any]],
    actions: Sequence[Mapping[str, Any]],
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> PlanTemplate:
    """`template` is the stored one, None for a new one or a shipped one (`code`) changed for the first time.
    WrongValues when it has a number by which no plan made from a template is measured.
    """
    refuse_wrong(wrong_in_template(kpis))
    values = {
        "name": name, "advice": advice, "aims": list(aims), "kpis": [dict(one) for one in kpis],
        "actions": [dict(one) for one in actions],
    }  # fmt: skip
    if template is not None:
        return change_record(record=template, values=values, by=by, at=at, face=face, run=run)
    return create_record(record=PlanTemplate(code=code, **values), by=by, at=at, face=face, run=run)


def remove_template(
    *, template: PlanTemplate, by: User, at: datetime, face: Face, run: str = ""
) -> PlanTemplate:
    """Plans made from it stay. A shipped one is again as it was shipped."""
    return remove_record(record=template, by=by, at=at, face=face, run=run)
