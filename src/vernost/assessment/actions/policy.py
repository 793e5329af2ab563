from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from vernost.assessment.enums import Staffing
from vernost.assessment.models import Policy
from vernost.assessment.queries.policy import SHIPPED
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class PolicyFields(TypedDict, total=False):
    response_hours: int
    staffing: Staffing
    priority: int
    contact_days: int
    free_hours: Decimal
    free_days: int
    extras: int
    discount_percent: Decimal
    payment_days: int
    gifts_percent: Decimal
    debt_stops_orders: bool
    note: str


def change_policy(
    *,
    group: str,
    since_on: date,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[PolicyFields],
) -> Policy:
    """What clients of the group may get from `since_on`; terms that are not given stay as they are. ChangedMeanwhile
    when the company's own has another value than in `standing`.
    """
    own = Policy.objects.filter(group=group, deleted_at=None).first()
    if own is None:
        values = {**SHIPPED[group], **fields}
        return create_record(
            record=Policy(group=group, since_on=since_on, **values), by=by, at=at, face=face, run=run
        )
    values = {"since_on": since_on, **fields}
    return change_record(record=own, values=values, by=by, at=at, face=face, run=run, standing=standing)


def ship_policy(*, policy: Policy, by: User, at: datetime, face: Face, run: str = "") -> Policy:
    """Gives the company's own policy up: the shipped one holds again."""
    return remove_record(record=policy, by=by, at=at, face=face, run=run)
