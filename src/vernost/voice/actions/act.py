from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.enums import ActKind
from vernost.voice.models import Act, Interaction


class ActFields(TypedDict, total=False):
    happened_on: date
    kind: ActKind
    note: str
    interaction: Interaction | None
    is_sample: bool


def record_act(
    *, client: Client, by: User | None, at: datetime, face: Face, run: str = "", **fields: Unpack[ActFields]
) -> Act:
    """A telling act of the client, as it happened."""
    return create_record(record=Act(client=client, **fields), by=by, at=at, face=face, run=run)


def change_act(
    *,
    act: Act,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[ActFields],
) -> Act:
    """ChangedMeanwhile when another value stands in the database than `standing` says."""
    return change_record(record=act, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing)


def remove_act(*, act: Act, by: User | None, at: datetime, face: Face, run: str = "") -> Act:
    return remove_record(record=act, by=by, at=at, face=face, run=run)
