from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict, Unpack

from vernost.clients.models import ServiceLine
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User


class ServiceLineFields(TypedDict, total=False):
    name: str
    is_sample: bool


def create_service_line(
    *, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[ServiceLineFields]
) -> ServiceLine:
    """IntegrityError when the name is taken."""
    return create_record(record=ServiceLine(**fields), by=by, at=at, face=face, run=run)


def change_service_line(
    *,
    service_line: ServiceLine,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ServiceLineFields],
) -> ServiceLine:
    """ChangedMeanwhile when another value stands in the database than `standing` says."""
    return change_record(
        record=service_line, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing
    )
