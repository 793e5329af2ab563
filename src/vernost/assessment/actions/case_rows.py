"""Cases that an assessment opens, what they rest on, and their tasks: by the ten thousand, so as rows, no objects."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import batched
from typing import Any, NamedTuple

from vernost.assessment.enums import CaseOrigin
from vernost.assessment.models import Case, CaseEvidence, Signal, Task
from vernost.assessment.queries.case import severity_of
from vernost.assessment.queries.doer import Staff
from vernost.assessment.queries.playbook import Plan
from vernost.core.actions.rows import create_rows

_BATCH = 5_000
_NUMBERS = ("observed", "expected", "threshold", "observations", "at_stake")
_COLUMNS = ("pk", "client_id", "code", "severity", "first_on", *_NUMBERS)


class Seen(NamedTuple):
    """What a case takes over from its signal; the columns of _COLUMNS."""

    pk: int
    client_id: int
    code: str
    severity: int
    first_on: date
    observed: float | None
    expected: float | None
    threshold: float | None
    observations: int | None
    at_stake: Decimal | None


@dataclass(frozen=True)
class Assigned:
    """A saved case that is to get the tasks of its playbook."""

    pk: int
    client_id: int
    code: str
    owner_id: int | None


def seen(*, numbers: Iterable[int]) -> list[Seen]:
    """The signals of these numbers, as far as they are there."""
    found = []
    for some in batched(numbers, _BATCH):
        rows = Signal.objects.filter(pk__in=some).order_by("pk").values_list(*_COLUMNS)
        found += [Seen(*row) for row in rows]
    return found


def open_cases(
    *, signals: Sequence[Seen], owners: Mapping[int, int | None], classes: Mapping[int, str], as_of: date
) -> list[Assigned]:
    """One new case for each signal, with what it rests on; tasks are given by `give_tasks`."""
    count = len(signals)
    holders = [owners[one.client_id] for one in signals]
    numbers = create_rows(
        model=Case,
        values={
            "client_id": [one.client_id for one in signals],
            "code": [one.code for one in signals],
            "signal_id": [one.pk for one in signals],
            "origin": [CaseOrigin.SIGNAL] * count,
            "severity": [severity_of(one.severity, classes.get(one.client_id, "")) for one in signals],
            "at_stake": [one.at_stake for one in signals],
            "owner_id": holders,
            "opened_on": [as_of] * count,
            "first_seen_on": [one.first_on for one in signals],
            "last_seen_on": [as_of] * count,
            "evidence_on": [as_of] * count,
        },
    )
    _write_evidence(numbers, signals, as_of)
    return [
        Assigned(number, one.client_id, one.code, owner)
        for number, one, owner in zip(numbers, signals, holders, strict=True)
    ]


def add_evidence(*, cases: Sequence[int], signals: Sequence[Seen], as_of: date) -> None:
    """Notes what each of the cases rests on now: the signal at the same place."""
    _write_evidence(cases, signals, as_of)
    for some in batched(cases, _BATCH):
        Case.objects.filter(pk__in=some).update(evidence_on=as_of)


def give_tasks(*, cases: Iterable[Assigned], plans: Mapping[str, Plan], as_of: date) -> None:
    """The steps of each case's playbook, due from `as_of` on."""
    staff = Staff.now()
    doers: dict[tuple[str, int | None], int | None] = {}
    rows: dict[str, list[Any]] = {
        name: []
        for name in ("client_id", "case_id", "place", "title", "advice", "person_id", "due_on", "optional")
    }
    for case in cases:
        for place, (step, advice) in enumerate(plans[case.code].steps, start=1):
            asked = (step.doer, case.owner_id)
            if asked not in doers:
                doers[asked] = staff.person(*asked)
            due_on = as_of + timedelta(days=step.days)
            line = (case.client_id, case.pk, place, step.title, advice, doers[asked], due_on, step.optional)
            for column, value in zip(rows.values(), line, strict=True):
                column.append(value)
    create_rows(model=Task, values=rows)


def _write_evidence(cases: Sequence[int], signals: Sequence[Seen], as_of: date) -> None:
    numbers = {name: [getattr(one, name) for one in signals] for name in _NUMBERS}
    create_rows(model=CaseEvidence, values={"case_id": cases, "seen_on": [as_of] * len(signals), **numbers})
