from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.enums import Measure
from vernost.voice.models import Rating


class RatingFields(TypedDict, total=False):
    contact: Contact | None
    rated_on: date
    measure: Measure
    value: Decimal
    note: str
    is_sample: bool


def record_rating(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[RatingFields],
) -> Rating:
    """IntegrityError when the mark is outside the scale of its measure."""
    return create_record(record=Rating(client=client, **fields), by=by, at=at, face=face, run=run)


def change_rating(
    *,
    rating: Rating,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    **fields: Unpack[RatingFields],
) -> Rating:
    return change_record(record=rating, values=dict(fields), by=by, at=at, face=face, run=run)


def remove_rating(*, rating: Rating, by: User, at: datetime, face: Face, run: str = "") -> Rating:
    return remove_record(record=rating, by=by, at=at, face=face, run=run)
