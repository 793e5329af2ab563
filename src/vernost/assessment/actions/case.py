"""What people do with cases; those on many give back the run by which they can be undone."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vernost.assessment.actions.signal import judge_signal
from vernost.assessment.actions.task import tasks_by
from vernost.assessment.enums import CaseOrigin, CaseOutcome, CaseState, Verdict
from vernost.assessment.models import Case, CaseEvidence, ClientAssessment, Signal
from vernost.assessment.models.case import OTHER
from vernost.assessment.queries.case import severity_of
from vernost.assessment.queries.doer import Staff
from vernost.assessment.queries.playbook import playbooks
from vernost.clients.models import Client
from vernost.core.actions.record import create_record
from vernost.core.actions.records import change_records, create_records
from vernost.core.enums import Face, Verb
from vernost.core.models import User
from vernost.core.wrong import WrongValues
from vernost.engine.codes import SIGNAL_BY_CODE

_SAID_FALSE = (CaseOutcome.FALSE,)
_SAID_NOTHING = (CaseOutcome.PASSED,)


class CaseIsOpen(Exception):
    """The client has an open case for this reason; `case` is it."""

    def __init__(self, case: Case) -> None:
        super().__init__(str(case))
        self.case = case


def open_case(
    *,
    client: Client,
    code: str,
    day: date,
    by: User | None,
    at: datetime,
    face: Face,
    title: str = "",
    owner: User | None = None,
    origin: CaseOrigin = CaseOrigin.PERSON,
    signal: Signal | None = None,
    run: str = "",
) -> Case:
    """A new case with the tasks of its playbook. Without `owner` the client's owner has it.

    CaseIsOpen when there is one for this client and reason already. WrongValues for a code that is no signal's, and
    for another reason that nobody names.
    """
    if code != OTHER and code not in SIGNAL_BY_CODE:
        raise WrongValues({"code": _("There is no such signal.")})
    if code == OTHER and not title:
        raise WrongValues({"title": _("Say what it is about.")})
    signal = signal or Signal.objects.filter(client=client, code=code, over_on=None).first()
    judged = ClientAssessment.objects.filter(client=client).first()
    worth = SIGNAL_BY_CODE[code].severity if code != OTHER else 2
    stake = signal.at_stake if signal else judged.revenue_window if judged else None
    case = Case(
        client=client,
        code=code,
        title=title if code == OTHER else "",
        signal=signal,
        origin=origin,
        severity=severity_of(worth, judged.abc if judged else ""),
        at_stake=stake,
        owner_id=owner.pk if owner else client.owner_id,
        opened_on=day,
        first_seen_on=signal.first_on if signal else day,
        last_seen_on=day,
        evidence_on=day,
    )
    try:
        with transaction.atomic():
            create_record(record=case, by=by, at=at, face=face, run=run)
    except IntegrityError as error:
        found = Case.objects.filter(client=client, code=code, title=case.title, deleted_at=None)
        raise CaseIsOpen(found.filter(closed_on=None).get()) from error
    with transaction.atomic():
        tasks = tasks_by(plan=playbooks()[code], cases=[case], staff=Staff.now(), day=day)
        create_records(records=tasks, by=by, at=at, face=face, run=run)
        if signal is not None:
            CaseEvidence.objects.create(**evidence_from(case_id=case.pk, signal=signal, day=day))
    return case


def evidence_from(*, case_id: int, signal: Signal, day: date) -> dict[str, Any]:
    """Columns of the evidence that a signal's numbers make."""
    names = ("observed", "expected", "threshold", "observations", "at_stake")
    return {"case_id": case_id, "seen_on": day, **{name: getattr(signal, name) for name in names}}


def snooze_cases(
    *, cases: Iterable[Case], until: date, reason: str, by: User, at: datetime, face: Face
) -> str:
    """Puts the cases off: they come back by themselves on the day `until`. WrongValues when it is not to come."""
    if until <= localtime(at).date():
        raise WrongValues({"until": _("Choose a day that is still to come.")})
    values = {"state": CaseState.SNOOZED, "snoozed_until": until, "snooze_reason": reason}
    return _change(_unclosed(cases), values, by, at, face)


def wake_cases(*, today: date, at: datetime, face: Face) -> int:
    """Brings back the cases whose day has come, and returns how many."""
    due = list(Case.objects.filter(state=CaseState.SNOOZED, snoozed_until__lte=today))
    _change(due, {"state": CaseState.OPEN, "snoozed_until": None}, None, at, face)
    return len(due)


def close_cases(
    *,
    cases: Iterable[Case],
    cause: str,
    outcome: CaseOutcome,
    day: date,
    by: User,
    at: datetime,
    face: Face,
) -> str:
    """Closes the cases. The outcome says whether their signals were real, where nobody has said it yet; a false alarm
    says it over what was said. WrongValues where the outcome needs a cause.
    """
    if outcome.needs_cause and not cause:
        raise WrongValues({"cause": _("Say what the cause was: the next case will be met better.")})
    some = _unclosed(cases)
    values = {
        "state": CaseState.CLOSED,
        "closed_on": day,
        "cause": cause,
        "outcome": outcome,
        "snoozed_until": None,
    }
    run = secrets.token_hex(8)
    with transaction.atomic():
        _change(some, values, by, at, face, run=run)
        for case in some:
            _judge_by(case, outcome, by, at, face, run)
    return run


def _judge_by(case: Case, outcome: CaseOutcome, by: User, at: datetime, face: Face, run: str) -> None:
    signal = case.signal
    if signal is None or outcome in _SAID_NOTHING:
        return
    if outcome in _SAID_FALSE:
        judge_signal(signal=signal, verdict=Verdict.FALSE, by=by, at=at, face=face, run=run)
    elif not signal.verdict:
        judge_signal(signal=signal, verdict=Verdict.REAL, by=by, at=at, face=face, run=run)


def settle_signal(
    *, signal: Signal, verdict: Verdict | None, day: date, by: User, at: datetime, face: Face
) -> Signal:
    """Keeps what a person says of the signal; called a false alarm, its case is closed with it."""
    with transaction.atomic():
        judge_signal(signal=signal, verdict=verdict, by=by, at=at, face=face)
        if verdict == Verdict.FALSE:
            cases = list(signal.cases.filter(deleted_at=None, closed_on=None))
            close_cases(cases=cases, cause="", outcome=CaseOutcome.FALSE, day=day, by=by, at=at, face=face)
    return signal


def reopen_case(*, case: Case, by: User, at: datetime, face: Face) -> str:
    """Takes the closing or the putting off back. CaseIsOpen when another stands for the reason by now."""
    others = Case.objects.filter(client=case.client_id, code=case.code, title=case.title, deleted_at=None)
    other = others.exclude(pk=case.pk).filter(closed_on=None).first()
    if other is not None:
        raise CaseIsOpen(other)
    again = case.reopened + 1 if case.state == CaseState.CLOSED else case.reopened
    values = {
        "state": CaseState.OPEN, "closed_on": None, "outcome": "", "cause": "", "snoozed_until": None,
        "reopened": again,
    }  # fmt: skip
    return _change([case], values, by, at, face)


def hand_over_cases(*, cases: Iterable[Case], to: User, by: User, at: datetime, face: Face) -> str:
    """Gives the cases to `to`, with the open tasks of those who had them."""
    some = list(cases)
    run = secrets.token_hex(8)
    tasks = [
        task
        for case in some
        for task in case.tasks.filter(deleted_at=None, state="open", person_id=case.owner_id)
    ]
    with transaction.atomic():
        _change(some, {"owner_id": to.pk}, by, at, face, run=run, verb=Verb.HANDED_OVER)
        change_records(
            changes=[(task, {"person_id": to.pk}) for task in tasks],
            by=by, at=at, face=face, run=run, verb=Verb.HANDED_OVER,
        )  # fmt: skip
    return run


def _unclosed(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if case.state != CaseState.CLOSED]


def _change(
    cases: Sequence[Case],
    values: Mapping[str, Any],
    by: User | None,
    at: datetime,
    face: Face,
    *,
    run: str = "",
    verb: Verb = Verb.CHANGED,
) -> str:
    run = run or secrets.token_hex(8)
    changes = [(case, values) for case in cases]
    change_records(changes=changes, by=by, at=at, face=face, run=run, verb=verb)
    return run
