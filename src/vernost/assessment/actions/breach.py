"""Breaches of the policies: written down as they pass a gate, found afterwards where no gate stood, answered for."""

from datetime import date, datetime
from itertools import batched
from typing import Any

from django.utils.timezone import localtime

from vernost.assessment.after_run import after_each_run
from vernost.assessment.models import Breach, Run
from vernost.assessment.queries.breach import found_since
from vernost.core.actions.record import change_record, create_record
from vernost.core.actions.records import create_records
from vernost.core.enums import Face
from vernost.core.gates import Passage, keeps_passages, may_override
from vernost.core.models import User

_BATCH = 500


class UnableToAnswer(Exception):
    """The person may not answer for exceptions at this client, or gave no reason."""


@keeps_passages
def keep_passage(*, passage: Passage) -> None:
    """Writes down each objection; with an override as an exception for which somebody answers."""
    record = passage.record
    answer: dict[str, Any] = {}
    if passage.override is not None and passage.by is not None:
        answer = {
            "answered_by": passage.by,
            "answered_at": passage.at,
            "why": passage.override.why.strip()[:500],
        }
    for objection in passage.objections:
        values = {"found": objection.found, "allowed": objection.allowed, "gate": passage.gate}
        known = Breach.objects.filter(
            kind=record._meta.label_lower, object_id=record.pk, code=objection.code, deleted_at=None
        ).first()
        stamp: dict[str, Any] = {"by": passage.by, "at": passage.at, "face": passage.face, "run": passage.run}
        if known is not None:
            change_record(record=known, values={**values, **answer}, **stamp)
            continue
        breach = Breach(
            client=record.client,
            code=objection.code,
            kind=record._meta.label_lower,
            object_id=record.pk,
            object_name=str(record)[:300],
            happened_on=_day_of(record),
            face=passage.face,
            is_sample=record.is_sample,
            **values,
            **answer,
        )
        create_record(record=breach, **stamp)


def _day_of(record: Any) -> date:
    """The day of an order, an invoice or a talk."""
    for name in ("ordered_on", "issued_on"):
        if hasattr(record, name):
            day: date = getattr(record, name)
            return day
    return localtime(record.at).date()


@after_each_run
def _find_after_run(run: Run, at: datetime) -> None:
    find_breaches(as_of=run.as_of, at=at)


def find_breaches(*, as_of: date, at: datetime) -> int:
    """Writes down what imports brought beyond the policies in the last quarter, once a record; how much it was.

    Written a few at a time, so that nobody else's writing waits long: what a stop leaves out, the next call finds.
    """
    found = found_since(as_of)
    for some in batched(found, _BATCH):
        create_records(records=some, by=None, at=at, face=Face.JOB, run="")
    return len(found)


def answer_breach(*, breach: Breach, why: str, by: User, at: datetime, face: Face, run: str = "") -> Breach:
    """Makes an exception of a breach for which nobody has answered yet. Raises UnableToAnswer."""
    if not why.strip() or not may_override(by, breach.client):
        raise UnableToAnswer
    values = {"answered_by": by, "answered_at": at, "why": why.strip()[:500]}
    return change_record(record=breach, values=values, by=by, at=at, face=face, run=run)
