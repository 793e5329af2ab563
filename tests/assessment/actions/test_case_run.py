"""An assessment's way with cases, worked out by hand: opened, touched, gone, opened again; never two."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.assessments import make_assessment, make_signal
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.case import CaseIsOpen, close_cases, open_case
from vernost.assessment.actions.case_run import renew_cases
from vernost.assessment.enums import CaseOrigin, CaseOutcome, CaseState
from vernost.assessment.models import Case, CaseEvidence, Task
from vernost.core.enums import Face

LATER = TODAY + timedelta(days=1)


@pytest.fixture
def signal(client_one, boris):
    """Silent, severity 3, of a client of class A: 40 000 at stake."""
    make_assessment(client_one)
    return make_signal(client_one)


@pytest.fixture
def case(signal):
    renew_cases(as_of=TODAY)
    return Case.objects.get()


def close(case, by, outcome=CaseOutcome.SOLVED, day=TODAY):
    close_cases(cases=[case], cause="A reason", outcome=outcome, day=day, by=by, at=AT, face=Face.WEB)
    case.refresh_from_db()


def again(signal, day):
    """The signal ends and comes back as a new one."""
    signal.over_on = day
    signal.save()
    return make_signal(signal.client, first_on=day)


def test_opens_a_case_with_tasks_and_evidence(case, anna, boris, signal):
    assert (case.client, case.code, case.owner, case.severity) == (signal.client, "silent", anna, 3)
    assert (case.at_stake, case.first_seen_on, case.origin) == (40000, TODAY, CaseOrigin.SIGNAL)
    # Call in a day, a second person in five, the head decides in three weeks.
    tasks = Task.objects.order_by("place").values_list("due_on", "person", "optional")
    assert list(tasks) == [
        (TODAY + timedelta(days=1), anna.pk, False),
        (TODAY + timedelta(days=5), anna.pk, False),
        (TODAY + timedelta(days=21), boris.pk, False),
    ]
    assert CaseEvidence.objects.get().observed == 80


def test_same_signal_touches_the_case(case, signal):
    signal.at_stake = 50000
    signal.save()

    moved = renew_cases(as_of=LATER)

    case.refresh_from_db()
    assert (moved.opened, Case.objects.count(), Task.objects.count()) == (0, 1, 3)
    assert (case.last_seen_on, case.at_stake) == (LATER, 50000)
    assert CaseEvidence.objects.count() == 1
    renew_cases(as_of=TODAY + timedelta(days=28))
    assert CaseEvidence.objects.count() == 2


def test_gone_signal_proposes_closing_until_it_is_back(case, signal):
    signal.over_on = LATER
    signal.save()

    assert renew_cases(as_of=LATER).gone == 1

    case.refresh_from_db()
    assert (case.state, case.gone_on) == (CaseState.OPEN, LATER)
    back = make_signal(signal.client, first_on=LATER)
    renew_cases(as_of=LATER + timedelta(days=1))
    case.refresh_from_db()
    assert (case.gone_on, case.signal) == (None, back)


@pytest.mark.parametrize(("days", "cases", "reopened"), [(60, 1, 1), (61, 2, 0)])
def test_a_cause_that_returns_opens_the_old_case_within_60_days(case, signal, anna, days, cases, reopened):
    close(case, anna)
    again(signal, TODAY + timedelta(days=days))

    moved = renew_cases(as_of=TODAY + timedelta(days=days))

    assert (moved.reopened, Case.objects.count()) == (reopened, cases)
    assert Case.objects.filter(state=CaseState.OPEN).count() == 1


def test_a_closed_case_stays_closed_while_its_signal_only_goes_on(case, anna):
    close(case, anna)

    renew_cases(as_of=LATER)

    case.refresh_from_db()
    assert case.state == CaseState.CLOSED
    # Called solved, and still raised when the days are over: it was not.
    assert renew_cases(as_of=TODAY + timedelta(days=61)).reopened == 1


@pytest.mark.parametrize("outcome", [CaseOutcome.ACCEPTED, CaseOutcome.FALSE])
def test_accepted_and_false_ones_do_not_come_back(case, anna, outcome):
    close(case, anna, outcome)

    moved = renew_cases(as_of=TODAY + timedelta(days=100))

    assert (moved.opened, moved.reopened) == (0, 0)


@pytest.mark.parametrize(("abc", "cases"), [("A", 1), ("B", 1), ("C", 0)])
def test_money_decides_whether_a_middling_signal_is_a_case(client_one, abc, cases):
    make_assessment(client_one, abc=abc)
    make_signal(client_one, "orders_rarer")

    assert renew_cases(as_of=TODAY).opened == cases


def test_database_allows_one_open_case_per_client_and_reason(case, anna):
    with pytest.raises(CaseIsOpen) as refusal:
        open_case(client=case.client, code="silent", day=TODAY, by=anna, at=AT, face=Face.WEB)
    assert refusal.value.case == case
    case.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        case.save(force_insert=True)
