"""What a file of invoices says of payments becomes payments: once, and taken back with the file."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.clients import make_client
from tests.factories.dealings import make_payment
from tests.factories.imports import take, take_back
from tests.factories.moments import TODAY
from vernost.clients.models import Invoice, Payment
from vernost.transfer import report
from vernost.transfer.enums import Policy
from vernost.transfer.storage import REPORT

pytestmark = pytest.mark.django_db

HEAD = "client,number,issued,due,amount,paid on,paid amount\n"
INVOICES = (
    f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,2026-01-10,\n"
    "A-1,2,2026-01-02,2026-01-16,100,2026-01-11,40\n"
    "A-1,3,2026-01-03,2026-01-17,100,,\n"
    "A-1,4,2026-01-04,2026-01-18,100,2026-01-12,100\n"
)


def payments():
    live = Payment.objects.filter(deleted_at=None).order_by("invoice__number", "pk")
    return list(live.values_list("invoice__number", "paid_on", "amount"))


def test_day_alone_means_all_and_a_part_leaves_the_invoice_open(director):
    take(INVOICES, director, kind="invoices")

    assert payments() == [
        ("1", date(2026, 1, 10), Decimal(100)),
        ("2", date(2026, 1, 11), Decimal(40)),
        ("4", date(2026, 1, 12), Decimal(100)),
    ]
    assert dict(Invoice.objects.values_list("number", "paid_on")) == {
        "1": date(2026, 1, 10), "2": None, "3": None, "4": date(2026, 1, 12),
    }  # fmt: skip


def test_the_same_file_again_pays_nothing_twice_and_a_later_one_the_rest(director):
    take(INVOICES, director, kind="invoices")
    take(INVOICES, director, kind="invoices")
    assert len(payments()) == 3

    take(f"{HEAD}A-1,2,2026-01-02,2026-01-16,100,2026-02-01,100\n", director, kind="invoices")

    assert payments()[1:3] == [("2", date(2026, 1, 11), Decimal(40)), ("2", date(2026, 2, 1), Decimal(60))]
    assert Invoice.objects.get(number="2").paid_on == date(2026, 2, 1)


def test_what_payments_cover_already_is_not_paid_again(director):
    take(f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,,\n", director, kind="invoices")
    invoice = Invoice.objects.get()
    make_payment(invoice.client, TODAY, 100, invoice=invoice)

    take(f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,2026-03-05,\n", director, kind="invoices")

    assert len(payments()) == 1


def test_payments_go_with_the_import_and_the_invoices_of_others_stay(director):
    make_client("Other", code="B")
    take("client,number,issued,due,amount\nB,9,2026-01-01,2026-01-15,5\n", director, kind="invoices")
    run = take(INVOICES, director, kind="invoices")

    take_back(run, director)

    assert payments() == []
    assert list(Invoice.objects.filter(deleted_at=None).values_list("number", flat=True)) == ["9"]


def test_sum_without_its_day_is_refused(director):
    run = take(f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,,40\n", director, kind="invoices")

    (row,) = report.read_rows(run.token, REPORT, limit=9, offset=0)
    assert (row.outcome, row.reason) == ("refused", "paid_without_day")
    assert not Invoice.objects.exists()


def test_payment_of_a_known_invoice_is_left_alone_where_the_column_never_changes(director):
    take(f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,,\n", director, kind="invoices")

    take(
        f"{HEAD}A-1,1,2026-01-01,2026-01-15,100,2026-01-10,\n", director, kind="invoices",
        policies={"paid_on": Policy.NEVER},
    )  # fmt: skip

    assert payments() == []
