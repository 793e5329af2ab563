from datetime import date, datetime

from django.db import transaction

from vernost.assessment.enums import FactorArea, FactorKind, Met
from vernost.assessment.models import FactorMark, LoyaltyFactor
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User


def create_factor(
    *, name: str, kind: FactorKind, area: FactorArea, by: User, at: datetime, face: Face
) -> LoyaltyFactor:
    return create_record(record=LoyaltyFactor(name=name, kind=kind, area=area), by=by, at=at, face=face)


def change_factor(
    *,
    factor: LoyaltyFactor,
    name: str,
    kind: FactorKind,
    area: FactorArea,
    by: User,
    at: datetime,
    face: Face,
) -> LoyaltyFactor:
    """Its marks stay. With an empty `name` a shipped one gets its shipped words back."""
    return change_record(
        record=factor, values={"name": name, "kind": kind, "area": area}, by=by, at=at, face=face
    )


def remove_factor(
    *, factor: LoyaltyFactor, by: User, at: datetime, face: Face, run: str = ""
) -> LoyaltyFactor:
    """Nobody is asked for it any more; its marks stay as history."""
    return remove_record(record=factor, by=by, at=at, face=face, run=run)


def note_factor(
    *,
    client: Client,
    factor: LoyaltyFactor,
    state: Met | None,
    noted_on: date,
    source: str,
    note: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> FactorMark | None:
    """What we know of `factor` now; None: nobody knows any more. The mark before is over and stays in the history."""
    with transaction.atomic():
        for last in FactorMark.objects.filter(client=client, factor=factor, over_at=None, deleted_at=None):
            change_record(record=last, values={"over_at": at}, by=by, at=at, face=face, run=run)
        if state is None:
            return None
        mark = FactorMark(
            client=client,
            factor=factor,
            state=state,
            noted_on=noted_on,
            source=source,
            note=note,
            noted_by=by,
            is_sample=is_sample,
        )
        return create_record(record=mark, by=by, at=at, face=face, run=run)
