"""Promises and the way back, worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal

from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.care.actions.discipline import declare_rules, promise_payment, take_step
from vernost.care.enums import Criterion, PromiseState, Step
from vernost.care.queries.discipline import track_of
from vernost.care.queries.payment_promise import promises_of
from vernost.core.enums import Face

STAMP = {"by": None, "at": AT, "face": Face.JOB}


def promise(client, promised_on, due_on, amount):
    return promise_payment(
        client=client, promised_on=promised_on, due_on=due_on, amount=Decimal(amount), currency="RUB", **STAMP
    )


def states(client, as_of=TODAY):
    return [(one.state, one.paid, one.paid_on) for one in promises_of(client, as_of)]


def test_payments_go_to_the_earliest_promise_first(client_one):
    """1,000 by 10 February and 500 by 1 March; 800 came on the 5th, 400 on the 20th: the first is ten days late, the
    second has 200 of 500 and is broken.
    """
    promise(client_one, date(2026, 2, 1), date(2026, 2, 10), 1000)
    promise(client_one, date(2026, 2, 1), date(2026, 3, 1), 500)
    make_payment(client_one, date(2026, 2, 5), 800)
    make_payment(client_one, date(2026, 2, 20), 400)

    assert states(client_one) == [
        (PromiseState.LATE, Decimal(1000), date(2026, 2, 20)),
        (PromiseState.BROKEN, Decimal(200), None),
    ]


def test_payment_on_the_day_keeps_the_promise(client_one):
    promise(client_one, date(2026, 2, 1), date(2026, 2, 10), 1000)
    make_payment(client_one, date(2026, 2, 10), 1000)

    assert states(client_one) == [(PromiseState.KEPT, Decimal(1000), date(2026, 2, 10))]
    assert states(client_one, date(2026, 2, 9)) == [(PromiseState.WAITING, Decimal(0), None)]


def test_what_came_before_the_promise_or_in_another_currency_does_not_count(client_one):
    promise(client_one, date(2026, 2, 1), TODAY, 1000)
    make_payment(client_one, date(2026, 1, 31), 1000)
    make_payment(client_one, date(2026, 2, 3), 1000, currency="USD")

    assert states(client_one) == [(PromiseState.WAITING, Decimal(0), None)]


def met(client):
    return {one.criterion: (one.met, one.count) for one in track_of(client, TODAY).way_back}


def test_way_back(client_one):
    """On the track for sixty days: one debt, a broken promise, and of four invoices the last two were paid in time."""
    began = TODAY - timedelta(days=60)
    take_step(client=client_one, step=Step.REMINDER, taken_on=began, **STAMP)
    declare_rules(client=client_one, declared_on=began, rules="Pay in time", **STAMP)
    for days_ago, paid_after in ((50, -1), (40, 3), (20, -1), (10, 0)):
        due = TODAY - timedelta(days=days_ago)
        make_payment(
            client_one, due + timedelta(days=paid_after), 100, invoice=make_invoice(client_one, due, 100)
        )
    make_invoice(client_one, began - timedelta(days=5), 900)
    promise(client_one, began, TODAY - timedelta(days=30), 10_000)

    assert met(client_one) == {
        Criterion.DEBTS_PAID: (False, 1),
        Criterion.PROMISES_KEPT: (False, 1),
        Criterion.PAID_IN_TIME: (False, 2),
        Criterion.RULES_ACKNOWLEDGED: (False, 0),
    }


def test_client_who_is_not_on_the_track_has_no_way_back(client_one):
    track = track_of(client_one, TODAY)

    assert (track.now, track.way_back, track.next_step) == (None, (), Step.REMINDER)


def test_next_step_is_the_one_after(client_one):
    for step, after in zip(
        (Step.TALK, Step.PREPAYMENT, Step.STOP), (Step.RULES, Step.STOP, None), strict=True
    ):
        take_step(client=client_one, step=step, taken_on=TODAY, **STAMP)
        assert track_of(client_one, TODAY).next_step == after
