from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from vernost.clients.enums import CostPurpose
from vernost.clients.models import Client, Cost
from vernost.core.actions.record import change_record, create_record, remove_record, restore_record
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


def change_cost(
    *, cost: Cost, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[CostFields]
) -> Cost:
    return change_record(record=cost, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_cost(*, cost: Cost, by: User, at: datetime, face: Face, run: str = "") -> Cost:
    return remove_record(record=cost, by=by, at=at, face=face, run=run)


def restore_cost(*, cost: Cost, by: User, at: datetime, face: Face, run: str = "") -> Cost:
    return restore_record(record=cost, by=by, at=at, face=face, run=run)
