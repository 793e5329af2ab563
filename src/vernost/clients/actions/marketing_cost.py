from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from vernost.clients.enums import MarketingPurpose
from vernost.clients.models import MarketingCost, Segment
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class MarketingCostFields(TypedDict, total=False):
    purpose: MarketingPurpose
    spent_on: date
    amount: Decimal
    currency: str
    segment: Segment | None
    note: str
    is_sample: bool


def create_marketing_cost(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[MarketingCostFields]
) -> MarketingCost:
    """IntegrityError when the sum is not above zero."""
    return create_record(record=MarketingCost(**fields), by=by, at=at, face=face, run=run)


def change_marketing_cost(
    *,
    cost: MarketingCost,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[MarketingCostFields],
) -> MarketingCost:
    """ChangedMeanwhile when another value stands there than in `standing`."""
    return change_record(
        record=cost, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def remove_marketing_cost(
    *, cost: MarketingCost, by: User, at: datetime, face: Face, run: str = ""
) -> MarketingCost:
    return remove_record(record=cost, by=by, at=at, face=face, run=run)
