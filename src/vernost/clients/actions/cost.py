from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from vernost.clients.enums import CostPurpose
from vernost.clients.models import Client, Cost
from vernost.core.actions.record import create_record
from vernost.core.enums import Face
from vernost.core.models import User


class CostFields(TypedDict, total=False):
    spent_on: date
    purpose: CostPurpose
    money: Decimal | None
    currency: str
    minutes: int | None
    person: User | None
    subject: str
    is_sample: bool


def create_cost(
    *, client: Client, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[CostFields]
) -> Cost:
    """IntegrityError when neither money nor minutes are given."""
    return create_record(record=Cost(client=client, **fields), by=by, at=at, face=face, run=run)
