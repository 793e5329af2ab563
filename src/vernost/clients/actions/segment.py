from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from vernost.clients.models import Segment
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


class SegmentFields(TypedDict, total=False):
    name: str
    owner: User | None
    is_sample: bool


def create_segment(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[SegmentFields]
) -> Segment:
    """IntegrityError when the name is taken."""
    return create_record(record=Segment(**fields), by=by, at=at, face=face, run=run)


def change_segment(
    *,
    segment: Segment,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[SegmentFields],
) -> Segment:
    """ChangedMeanwhile when another value stands in the database than `standing` says."""
    return change_record(
        record=segment, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )
