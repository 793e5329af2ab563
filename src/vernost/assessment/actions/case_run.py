"""What an assessment does with the cases: opens, touches, opens again, and proposes to close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import batched
from typing import Any, NamedTuple

from vernost.assessment.actions.case_rows import Assigned, Seen, add_evidence, give_tasks, open_cases, seen
from vernost.assessment.bulk import update
from vernost.assessment.enums import CaseOutcome, CaseState, Verdict
from vernost.assessment.models import Case, ClientAssessment, Signal
from vernost.assessment.models.case import OTHER
from vernost.assessment.queries.case import severity_of
from vernost.assessment.queries.playbook import Plan, playbooks
from vernost.clients.models import Client

_BATCH = 5_000
_OBJECTS = 500
_EVIDENCE_EVERY = timedelta(days=28)
_TOUCHED = ("severity", "at_stake", "signal_id")
_RAISED = ("pk", "severity", "at_stake", "verdict")
_HELD = ("pk", "signal_id", "severity", "at_stake", "gone_on", "evidence_on")

type Key = tuple[int, str]


class Raised(NamedTuple):
    """What is compared of a raised signal; the columns of _RAISED."""

    pk: int
    severity: int
    at_stake: Decimal | None
    verdict: str


class Held(NamedTuple):
    """What is compared of a case that is not closed; the columns of _HELD."""

    pk: int
    signal_id: int | None
    severity: int
    at_stake: Decimal | None
    gone_on: date | None
    evidence_on: date | None


@dataclass
class Moved:
    """How many cases an assessment opened, opened again, and found without their signal."""

    opened: int = 0
    reopened: int = 0
    gone: int = 0


def renew_cases(*, as_of: date) -> Moved:
    """Brings the cases in line with the signals that are raised now. Run it in the transaction that stored them.

    A raised signal touches the open case of its client and code. Without one it opens the last closed case again when
    that was closed within the playbook's days (the same signal, still raised, only after them and only if the case had
    been called solved), else a new one, from the severity that the playbook says. A signal called false opens nothing.
    Written without audit lines of their own, as the signals: the assessment's line and the evidence tell it.
    """
    signals = Signal.objects.filter(over_on=None)
    raised = {
        (one[0], one[1]): Raised(*one[2:]) for one in signals.values_list("client_id", "code", *_RAISED)
    }
    classes = dict(ClientAssessment.objects.values_list("client_id", "abc"))
    held = Case.objects.filter(deleted_at=None, closed_on=None).exclude(code=OTHER)
    unclosed = {(one[0], one[1]): Held(*one[2:]) for one in held.values_list("client_id", "code", *_HELD)}
    moved = Moved(gone=_part(unclosed, raised, as_of))
    _touch(unclosed, raised, classes, as_of)
    plans = playbooks()
    without = {
        key: signal
        for key, signal in raised.items()
        if key not in unclosed and signal.verdict != Verdict.FALSE
    }
    again, new = _sort(without, _last_closed(), plans, classes, as_of)
    owners = dict(Client.objects.filter(deleted_at=None).values_list("pk", "owner_id"))
    _reopen(again, classes, plans, as_of)
    moved.reopened = len(again)
    opening = [one for one in seen(numbers=new) if one.client_id in owners]
    cases = open_cases(signals=opening, owners=owners, classes=classes, as_of=as_of)
    give_tasks(cases=cases, plans=plans, as_of=as_of)
    moved.opened = len(cases)
    return moved


def _part(unclosed: Mapping[Key, Held], raised: Mapping[Key, Raised], as_of: date) -> int:
    """Cases whose signal was there and is not any more: closing is proposed."""
    gone = [
        case.pk
        for key, case in unclosed.items()
        if key not in raised and case.gone_on is None and case.signal_id is not None
    ]
    for some in batched(gone, _BATCH):
        Case.objects.filter(pk__in=some).update(gone_on=as_of)
    return len(gone)


def _touch(
    unclosed: Mapping[Key, Held], raised: Mapping[Key, Raised], classes: Mapping[int, str], as_of: date
) -> None:
    """Writes one by one only what differs; the day goes to all of them at once."""
    rows, back, evidence = [], [], {}
    for key, case in unclosed.items():
        signal = raised.get(key)
        if signal is None:
            continue
        severity = severity_of(signal.severity, classes.get(key[0], ""))
        if (severity, signal.at_stake, signal.pk) != (case.severity, case.at_stake, case.signal_id):
            rows.append((severity, _plain(signal.at_stake), signal.pk, case.pk))
        if case.gone_on is not None:
            back.append(case.pk)
        if case.evidence_on is None or as_of - case.evidence_on >= _EVIDENCE_EVERY:
            evidence[signal.pk] = case.pk
    update(Case, _TOUCHED, rows)
    for some in batched(back, _BATCH):
        Case.objects.filter(pk__in=some).update(gone_on=None)
    still = Case.objects.filter(deleted_at=None, closed_on=None, gone_on=None, signal__isnull=False)
    still.exclude(last_seen_on=as_of).update(last_seen_on=as_of)
    signals = seen(numbers=evidence)
    add_evidence(cases=[evidence[signal.pk] for signal in signals], signals=signals, as_of=as_of)


def _last_closed() -> dict[Key, Case]:
    closed = Case.objects.filter(deleted_at=None, state=CaseState.CLOSED).order_by("closed_on", "pk")
    return {(case.client_id, case.code): case for case in closed.iterator(2_000)}


def _sort(
    raised: Mapping[Key, Raised],
    closed: Mapping[Key, Case],
    plans: Mapping[str, Plan],
    classes: Mapping[int, str],
    as_of: date,
) -> tuple[list[tuple[Case, Seen]], list[int]]:
    """Closed cases to be opened again with their signals, and the numbers of signals that need a new one."""
    again, new = [], []
    for key, signal in raised.items():
        case, plan = closed.get(key), plans[key[1]]
        within = (
            case is not None
            and case.closed_on is not None
            and as_of - case.closed_on <= timedelta(days=plan.reopen_days)
        )
        if case is not None and case.signal_id == signal.pk:
            if case.outcome == CaseOutcome.SOLVED and not within:
                again.append((case, signal.pk))
        elif case is not None and within:
            again.append((case, signal.pk))
        elif severity_of(signal.severity, classes.get(key[0], "")) >= plan.opens_from:
            new.append(signal.pk)
    found = {one.pk: one for one in seen(numbers=(pk for _case, pk in again))}
    return [(case, found[pk]) for case, pk in again], new


def _reopen(
    again: Sequence[tuple[Case, Seen]], classes: Mapping[int, str], plans: Mapping[str, Plan], as_of: date
) -> None:
    for case, signal in again:
        case.state, case.closed_on, case.outcome, case.cause = CaseState.OPEN, None, "", ""
        case.reopened, case.gone_on, case.last_seen_on = case.reopened + 1, None, as_of
        case.signal_id, case.at_stake = signal.pk, signal.at_stake
        case.severity = severity_of(signal.severity, classes.get(case.client_id, ""))
    columns = [
        "state", "closed_on", "outcome", "cause", "reopened", "gone_on", "last_seen_on", "signal", "at_stake",
        "severity",
    ]  # fmt: skip
    Case.objects.bulk_update([case for case, _signal in again], columns, batch_size=_OBJECTS)
    add_evidence(
        cases=[case.pk for case, _signal in again], signals=[signal for _case, signal in again], as_of=as_of
    )
    cases = [Assigned(case.pk, case.client_id, case.code, case.owner_id) for case, _signal in again]
    give_tasks(cases=cases, plans=plans, as_of=as_of)


def _plain(value: Any) -> float | None:
    return None if value is None else float(value)
