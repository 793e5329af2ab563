"""What a client owes, worked out by hand."""

from datetime import date
from decimal import Decimal

from tests.factories.moments import AT
from vernost.clients.actions.invoice import create_invoice
from vernost.clients.actions.payment import create_payment, remove_payment
from vernost.clients.queries.debt import debts_of
from vernost.core.enums import Face

STAMP = {"by": None, "at": AT, "face": Face.JOB}


def invoice(client, due_on, amount, **fields):
    return create_invoice(
        client=client, issued_on=date(2026, 1, 1), due_on=due_on, amount=Decimal(amount), currency="RUB", **STAMP,
        **fields,
    )  # fmt: skip


def pay(one, paid_on, amount):
    return create_payment(
        client=one.client, invoice=one, paid_on=paid_on, amount=Decimal(amount), currency="RUB", **STAMP
    )


def found(client, as_of=date(2026, 3, 5)):
    return [(debt.invoice.due_on, debt.left, debt.days) for debt in debts_of(client, as_of)]


def test_part_paid_is_left_as_the_rest(client_one):
    one = invoice(client_one, date(2026, 2, 3), 1000)
    pay(one, date(2026, 2, 10), 300)
    pay(one, date(2026, 3, 6), 700)

    assert found(client_one) == [(date(2026, 2, 3), Decimal(700), 30)]


def test_paid_and_not_yet_due_are_no_debts(client_one):
    pay(invoice(client_one, date(2026, 2, 3), 1000), date(2026, 3, 5), 1000)
    invoice(client_one, date(2026, 2, 3), 500, paid_on=date(2026, 2, 2))
    invoice(client_one, date(2026, 3, 5), 400)

    assert found(client_one) == []


def test_paid_later_was_a_debt_then(client_one):
    invoice(client_one, date(2026, 2, 3), 500, paid_on=date(2026, 2, 20))

    assert found(client_one, date(2026, 2, 13)) == [(date(2026, 2, 3), Decimal(500), 10)]


def test_payment_in_the_recycle_bin_does_not_count(client_one, anna):
    payment = pay(invoice(client_one, date(2026, 2, 3), 1000), date(2026, 2, 10), 1000)
    remove_payment(payment=payment, by=anna, at=AT, face=Face.WEB)

    assert found(client_one) == [(date(2026, 2, 3), Decimal(1000), 30)]
