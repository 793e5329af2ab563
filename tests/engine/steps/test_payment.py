from typing import Any

import pytest

from tests.engine.cast import TODAY, Row, after, day, table_of
from vernost.engine import Settings
from vernost.engine.steps import payment


def paid(*invoices: dict[str, Any]) -> Row:
    rows = [
        {"client_id": "a", "amount": 100.0}
        | {name: day(value) if name.endswith("_on") else value for name, value in invoice.items()}
        for invoice in invoices
    ]
    (row,) = after(
        lambda table: payment.payment(payment.invoices(table, TODAY), Settings(), TODAY),
        table_of("invoices", rows),
    )
    return row


@pytest.mark.parametrize(
    ("invoice", "debt", "days", "judged", "on_time"),
    [
        ({"due_on": 31}, 10_000, 31, 1, 0),
        ({"due_on": 0, "issued_on": 9}, 0, 0, 0, 0),  # the last day to pay is not over
        ({"due_on": 1}, 10_000, 1, 1, 0),
        ({"due_on": 50, "paid_on": 50}, 0, 0, 1, 1),
        ({"due_on": 50, "paid_on": 49}, 0, 0, 1, 0),
        ({"due_on": 50, "paid_amount": 60.0}, 4_000, 50, 1, 0),
        ({"due_on": 50, "paid_amount": 130.0}, 0, 0, 0, 0),  # paid, nobody knows when: not judged
        ({"due_on": 50, "paid_on": -1, "paid_amount": 100.0}, 10_000, 50, 1, 0),  # he pays tomorrow
        ({"due_on": 730, "paid_on": 900}, 0, 0, 0, 0),  # before both windows
        ({"due_on": 729, "paid_on": 900}, 0, 0, 1, 1),
        ({"due_on": -20, "issued_on": 5, "paid_on": 3}, 0, 0, 0, 0),  # not due yet
    ],
)
def test_one_invoice(invoice, debt, days, judged, on_time):
    row = paid(invoice)

    names = ("debt_cents", "debt_days", "invoices_judged", "invoices_on_time")
    assert [row[name] for name in names] == [debt, days, judged, on_time]


def test_the_oldest_debt_counts_the_days_and_all_of_them_the_money():
    row = paid({"due_on": 10}, {"due_on": 40, "paid_amount": 70.0}, {"due_on": 90, "paid_on": 90})

    assert (row["debt_cents"], row["debt_days"]) == (13_000, 40)
    assert (row["invoices_judged"], row["invoices_on_time"]) == (3, 1)
