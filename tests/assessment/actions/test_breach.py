"""Breaches that came in without a gate: found after an assessment, once, and answered for."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment, make_run
from tests.factories.clients import make_interaction
from tests.factories.dealings import make_invoice
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.breach import UnableToAnswer, answer_breach, find_breaches
from vernost.assessment.actions.decision import decide
from vernost.assessment.actions.policy import change_policy
from vernost.assessment.enums import Subject
from vernost.assessment.models import Breach
from vernost.clients.models import Order
from vernost.core.actions.records import create_records
from vernost.core.enums import Face


@pytest.fixture
def judged(client_one):
    """In discipline for a hundred days."""
    run = make_run(as_of=TODAY - timedelta(days=100))
    return make_assessment(client_one, run, group="discipline").client


def imported(client, **fields):
    values = {"ordered_on": TODAY - timedelta(days=5), "amount": Decimal(1000), "currency": "RUB"} | fields
    create_records(records=[Order(client=client, **values)], by=None, at=AT, face=Face.IMPORT, run="import")


def found():
    return sorted(Breach.objects.values_list("code", "found", "allowed", "answered_by"))


def test_import_is_not_stopped_and_its_breaches_are_found_once(judged):
    make_invoice(judged, TODAY - timedelta(days=15), 700, issued_on=TODAY - timedelta(days=29))
    imported(judged, discount_percent=Decimal(3))

    assert find_breaches(as_of=TODAY, at=AT) == 2
    assert find_breaches(as_of=TODAY, at=AT) == 0
    assert found() == [
        ("debt_unpaid", Decimal(700), Decimal(0), None),
        ("discount_too_high", Decimal(3), Decimal(0), None),
    ]


def test_free_work_and_long_terms_are_found(judged):
    make_interaction(judged, AT - timedelta(days=3), free_of_charge=True, minutes=90)
    make_invoice(judged, TODAY + timedelta(days=20), 700, issued_on=TODAY - timedelta(days=5))
    Breach.objects.all().delete()

    find_breaches(as_of=TODAY, at=AT)

    assert found() == [
        ("free_hours_used_up", Decimal("1.5"), Decimal(0), None),
        ("term_too_long", Decimal(25), Decimal(14), None),
    ]


def test_what_is_older_than_a_quarter_is_left(judged):
    imported(judged, ordered_on=TODAY - timedelta(days=95), discount_percent=Decimal(3))

    assert find_breaches(as_of=TODAY, at=AT) == 0


def test_order_from_before_the_policy_breaks_nothing(judged):
    imported(judged, discount_percent=Decimal(3))
    change_policy(
        group="discipline", since_on=TODAY - timedelta(days=4), priority=4, by=None, at=AT, face=Face.JOB
    )

    assert find_breaches(as_of=TODAY, at=AT) == 0


def test_group_of_the_day_counts(client_one):
    """Today in discipline, but on the day of the order nobody had judged the client."""
    make_assessment(client_one, make_run(as_of=TODAY - timedelta(days=2)), group="discipline")
    imported(client_one, discount_percent=Decimal(3))

    assert find_breaches(as_of=TODAY, at=AT) == 0


def test_decision_of_a_person_counts_on_its_days(judged, boris):
    """Decided "reward" eight days ago for a week: an order of then may have 8 %, one of today may not."""
    at = AT - timedelta(days=8)
    decide(
        client=judged, subject=Subject.GROUP, decided="reward", reason="Friend", until_on=TODAY - timedelta(days=2),
        by=boris, at=at, face=Face.WEB,
    )  # fmt: skip
    imported(judged, discount_percent=Decimal(8))
    imported(judged, discount_percent=Decimal(7), ordered_on=TODAY)

    find_breaches(as_of=TODAY, at=AT)

    assert found() == [("discount_too_high", Decimal(7), Decimal(0), None)]


def test_head_answers_for_it_and_the_owner_may_not(judged, anna, boris):
    imported(judged, discount_percent=Decimal(3))
    find_breaches(as_of=TODAY, at=AT)
    breach = Breach.objects.get()

    with pytest.raises(UnableToAnswer):
        answer_breach(breach=breach, why="Mine", by=anna, at=AT, face=Face.WEB)
    answer_breach(breach=breach, why=" Agreed in spring ", by=boris, at=AT, face=Face.WEB)

    breach.refresh_from_db()
    assert (breach.answered_by, breach.why) == (boris, "Agreed in spring")


def test_free_work_counts_only_in_the_days_of_the_policy(judged, anna):
    """Ninety days up to the talk, whole days: the talk of the ninetieth day before is out, the next one is in."""
    now = AT - timedelta(days=1)
    for back, minutes in ((90, 600), (89, 30), (0, 60)):
        make_interaction(judged, now - timedelta(days=back), free_of_charge=True, minutes=minutes)
    Breach.objects.all().delete()

    find_breaches(as_of=TODAY, at=AT)

    hours = Breach.objects.filter(happened_on=now.date()).values_list("found", flat=True)
    assert list(hours) == [Decimal("1.5")]


def test_orders_of_one_day_answer_each_for_their_own_clients_debts(judged, client_two):
    """They are looked at together: what one client owes is no fault of another."""
    make_assessment(client_two, make_run(as_of=TODAY - timedelta(days=99)), group="discipline")
    make_invoice(judged, TODAY - timedelta(days=15), 700, issued_on=TODAY - timedelta(days=29))
    make_invoice(judged, TODAY - timedelta(days=14), 50, issued_on=TODAY - timedelta(days=28))
    for client in (judged, client_two):
        imported(client)

    find_breaches(as_of=TODAY, at=AT)

    assert list(Breach.objects.values_list("client", "code", "found")) == [
        (judged.pk, "debt_unpaid", Decimal(750))
    ]
