"""What the discipline track puts on Today."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_client
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.care.actions.discipline import declare_rules, promise_payment, take_step
from vernost.care.enums import Step
from vernost.care.models import Declaration
from vernost.core.enums import Face
from vernost.core.needs import Question, needs_of

DAY = timedelta(days=1)
STAMP = {"by": None, "at": AT, "face": Face.JOB}


def promise(client, due_on, amount=1000, currency="RUB"):
    return promise_payment(
        client=client, promised_on=due_on - 10 * DAY, due_on=due_on, amount=Decimal(amount), currency=currency,
        **STAMP,
    )  # fmt: skip


@pytest.fixture
def needs():
    """Those of a kind: `needs(anna, "promise of payment")`."""

    def ask(user, kind, money=True, until=TODAY):
        question = Question(user=user, owner=None, on=TODAY, until=until, money=money, most=10)
        return [need for need in needs_of(question) if need.kind == kind]

    return ask


def test_broken_promise_stands_there_until_the_money_is_in(needs, anna, vera, client_one):
    """1,000 by yesterday, 400 came: 600 is missing."""
    promise(client_one, TODAY - DAY)
    make_payment(client_one, TODAY - 2 * DAY, 400)

    (need,) = needs(anna, "promise of payment")
    assert need.title == "The promise to pay ₽1,000 is broken"
    assert "₽600 is missing" in need.why
    assert (need.severity, need.at_stake, need.due_on) == (2, 600.0, TODAY - DAY)
    assert need.url == f"/clients/{client_one.pk}/discipline/"
    assert not needs(vera, "promise of payment")
    assert not needs(anna, "promise of payment", money=False)

    make_payment(client_one, TODAY, 600)
    assert not needs(anna, "promise of payment")


def test_promise_comes_on_its_day_and_into_the_week_before_it(needs, anna, client_one):
    promise(client_one, TODAY + 3 * DAY)
    assert not needs(anna, "promise of payment")

    (need,) = needs(anna, "promise of payment", until=TODAY + 3 * DAY)
    assert (need.title, need.severity) == ("The client promised to pay ₽1,000", 1)


def test_promise_in_a_currency_without_a_rate_tells_no_stake(needs, anna, client_one):
    promise(client_one, TODAY - 40 * DAY, currency="USD")

    (need,) = needs(anna, "promise of payment")
    assert (need.severity, need.at_stake) == (3, None)


def test_step_is_due_after_two_weeks_and_says_what_is_open(needs, anna, vera, client_one):
    take_step(client=client_one, step=Step.REMINDER, taken_on=TODAY - 13 * DAY, **STAMP)
    make_invoice(client_one, TODAY - 30 * DAY, 500)
    promise(client_one, TODAY - DAY)
    assert not needs(anna, "discipline track")

    (need,) = needs(anna, "discipline track", until=TODAY + DAY)
    assert need.title == "The next step of the discipline track is due"
    assert "2 debts and promises are open" in need.why
    assert need.next_step == "Next: talk"
    assert not needs(vera, "discipline track", until=TODAY + DAY)


def test_who_has_paid_everything_may_get_trust_back(needs, anna, client_one):
    take_step(client=client_one, step=Step.STOP, taken_on=TODAY - 14 * DAY, **STAMP)
    invoice = make_invoice(client_one, TODAY - 30 * DAY, 500)
    assert [need.title for need in needs(anna, "discipline track")] == ["The last step has changed nothing"]

    make_payment(client_one, TODAY, 500, invoice=invoice)
    assert [need.title for need in needs(anna, "discipline track")] == ["Everything is paid"]


def test_only_the_last_rules_are_asked_for(needs, anna, client_one):
    first = declare_rules(client=client_one, declared_on=TODAY - 40 * DAY, rules="Pay", **STAMP)
    last = declare_rules(client=client_one, declared_on=TODAY - 14 * DAY, rules="Pay in time", **STAMP)
    (need,) = needs(anna, "declared rules")
    assert need.due_on == TODAY

    Declaration.objects.filter(pk=last.pk).update(acknowledged_on=TODAY)
    assert first.acknowledged_on is None
    assert not needs(anna, "declared rules")


def test_track_costs_as_many_queries_for_three_as_for_one(
    needs, anna, client_one, django_assert_max_num_queries, django_assert_num_queries
):
    def put_on(client):
        take_step(client=client, step=Step.TALK, taken_on=TODAY - 20 * DAY, **STAMP)
        promise(client, TODAY - DAY)
        make_invoice(client, TODAY - 30 * DAY, 500)

    put_on(client_one)
    with django_assert_max_num_queries(60) as spent:
        needs(anna, "discipline track")
    for name in ("Two", "Three"):
        put_on(make_client(name, owner=anna))

    with django_assert_num_queries(len(spent)):
        assert len(needs(anna, "discipline track")) == 3
