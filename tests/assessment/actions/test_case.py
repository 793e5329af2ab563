from datetime import timedelta

import pytest

from tests.factories.assessments import make_signal
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.case import (
    close_cases,
    hand_over_cases,
    open_case,
    settle_signal,
    snooze_cases,
    wake_cases,
)
from vernost.assessment.actions.task import finish_task
from vernost.assessment.enums import CaseOutcome, CaseState, Verdict
from vernost.assessment.models import Case, Task
from vernost.assessment.models.case import OTHER
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.core.models import AuditEntry

WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def case(client_one, anna, boris):
    make_signal(client_one)
    return open_case(client=client_one, code="silent", day=TODAY, by=anna, at=AT, face=Face.WEB, run="open")


def test_person_opens_a_case_and_takes_it_back(case, anna):
    assert (case.owner, case.signal.code, case.state, case.tasks.count()) == (anna, "silent", "open", 3)

    undo_run(run="open", by=anna, at=AT, face=Face.WEB)

    assert not Case.objects.filter(deleted_at=None).exists()
    assert not Task.objects.filter(deleted_at=None).exists()


def test_a_case_of_ones_own_has_no_playbook(client_one, anna):
    given = {"client": client_one, "code": OTHER, "day": TODAY, "by": anna, "at": AT, "face": Face.WEB}

    first, second = open_case(title="Contract ends", **given), open_case(title="New office", **given)

    assert (str(first), first.tasks.count(), second.code) == ("Contract ends", 0, OTHER)


def test_put_off_and_back(case, anna):
    run = snooze_cases(cases=[case], until=WEEK, reason="On holiday", by=anna, at=AT, face=Face.WEB)

    assert wake_cases(today=TODAY, at=AT, face=Face.JOB) == 0
    case.refresh_from_db()
    assert (case.state, case.snooze_reason) == (CaseState.SNOOZED, "On holiday")
    assert wake_cases(today=WEEK, at=AT, face=Face.JOB) == 1
    case.refresh_from_db()
    assert case.state == CaseState.OPEN
    assert AuditEntry.objects.filter(run=run, kind="assessment.case").exists()


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [(CaseOutcome.SOLVED, "real"), (CaseOutcome.FALSE, "false"), (CaseOutcome.PASSED, "")],
)
def test_outcome_says_whether_the_signal_was_real_and_undo_forgets_it(case, anna, outcome, verdict):
    run = close_cases(cases=[case], cause="Ill", outcome=outcome, day=TODAY, by=anna, at=AT, face=Face.WEB)

    case.refresh_from_db()
    case.signal.refresh_from_db()
    assert (case.state, case.cause, case.signal.verdict) == ("closed", "Ill", verdict)
    undo_run(run=run, by=anna, at=AT, face=Face.WEB)
    case.refresh_from_db()
    case.signal.refresh_from_db()
    assert (case.state, case.outcome, case.signal.verdict) == ("open", "", "")


def test_false_signal_closes_its_case(case, anna):
    settle_signal(signal=case.signal, verdict=Verdict.FALSE, day=TODAY, by=anna, at=AT, face=Face.WEB)

    case.refresh_from_db()
    assert (case.state, case.outcome) == ("closed", "false")


def test_hand_over_takes_open_tasks_along(case, anna, boris, vera):
    first, second, _heads = case.tasks.order_by("place")
    finish_task(task=first, by=anna, at=AT, face=Face.WEB)

    run = hand_over_cases(cases=[case], to=vera, by=boris, at=AT, face=Face.WEB)

    assert list(case.tasks.order_by("place").values_list("person", flat=True)) == [anna.pk, vera.pk, boris.pk]
    undo_run(run=run, by=boris, at=AT, face=Face.WEB)
    case.refresh_from_db()
    second.refresh_from_db()
    assert (case.owner, second.person) == (anna, anna)
