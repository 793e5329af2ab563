from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from vernost.clients.models import Client, Contact
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import refuse_wrong
from vernost.voice.enums import Measure
from vernost.voice.faults import wrong_in_rating
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
    """WrongValues when the mark is outside the scale of its measure."""
    refuse_wrong(wrong_in_rating(fields))
    return create_record(record=Rating(client=client, **fields), by=by, at=at, face=face, run=run)


def change_rating(
    *,
    rating: Rating,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[RatingFields],
) -> Rating:
    """ChangedMeanwhile when another value stands in the database than `standing` says; WrongValues as when it was
    given.
    """
    refuse_wrong(wrong_in_rating({"value": rating.value, "measure": rating.measure} | fields))
    return change_record(
        record=rating, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )


def remove_rating(*, rating: Rating, by: User, at: datetime, face: Face, run: str = "") -> Rating:
    return remove_record(record=rating, by=by, at=at, face=face, run=run)
