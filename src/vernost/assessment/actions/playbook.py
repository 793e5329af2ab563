from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from django.db import transaction

from vernost.assessment.models import Playbook, PlaybookStep
from vernost.core.actions.audit import record_change, values_of
from vernost.core.enums import Face, Verb
from vernost.core.models import User


class StepFields(TypedDict):
    title: str
    advice: str
    doer: str
    days: int
    optional: bool


def save_playbook(
    *,
    code: str,
    opens_from: int,
    reopen_days: int,
    steps: Sequence[StepFields],
    by: User,
    at: datetime,
    face: Face,
) -> Playbook:
    """The company's own playbook of a signal, in place of what it had. Cases that are open keep their tasks."""
    with transaction.atomic():
        own = Playbook.objects.select_for_update().filter(code=code).first()
        before = values_of(own) if own else None
        own = own or Playbook(code=code)
        own.opens_from, own.reopen_days = opens_from, reopen_days
        own.save()
        record_change(
            record=own,
            verb=Verb.CHANGED if before else Verb.CREATED,
            by=by, at=at, face=face, before=before,
        )  # fmt: skip
        own.steps.all().delete()
        for place, fields in enumerate(steps, start=1):
            step = PlaybookStep(playbook=own, place=place, **fields)
            step.save(force_insert=True)
            record_change(record=step, verb=Verb.CREATED, by=by, at=at, face=face)
    return own


def reset_playbook(*, code: str, by: User, at: datetime, face: Face) -> bool:
    """Goes back to the shipped playbook; False when it was in force."""
    with transaction.atomic():
        own = Playbook.objects.filter(code=code).first()
        if own is None:
            return False
        record_change(
            record=own, verb=Verb.REMOVED, by=by, at=at, face=face, before={**values_of(own), "id": None}
        )
        own.delete()
    return True
