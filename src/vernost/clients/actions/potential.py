from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from vernost.clients.enums import Confidence
from vernost.clients.models import Client, Potential
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


class PotentialFields(TypedDict, total=False):
    estimated_on: date
    annual_amount: Decimal
    currency: str
    share_percent: Decimal | None
    source: str
    confidence: Confidence
    is_sample: bool


def create_potential(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[PotentialFields],
) -> Potential:
    """IntegrityError when the client has an estimate of that day."""
    return create_record(record=Potential(client=client, **fields), by=by, at=at, face=face, run=run)


def change_potential(
    *,
    potential: Potential,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[PotentialFields],
) -> Potential:
    return change_record(record=potential, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_potential(*, potential: Potential, by: User, at: datetime, face: Face, run: str = "") -> Potential:
    return remove_record(record=potential, by=by, at=at, face=face, run=run)
