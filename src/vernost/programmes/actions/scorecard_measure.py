from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.models import ScorecardMeasure


def choose_scorecard(*, measures: Sequence[str], by: User, at: datetime, face: Face, run: str = "") -> None:
    """These measures in this order from now on; with none the shipped lines hold again."""
    with transaction.atomic():
        known = {one.measure: one for one in ScorecardMeasure.objects.filter(deleted_at=None)}
        for place, measure in enumerate(measures):
            own = known.pop(measure, None)
            if own is None:
                create_record(
                    record=ScorecardMeasure(measure=measure, place=place), by=by, at=at, face=face, run=run
                )
            else:
                change_record(record=own, values={"place": place}, by=by, at=at, face=face, run=run)
        for own in known.values():
            remove_record(record=own, by=by, at=at, face=face, run=run)
