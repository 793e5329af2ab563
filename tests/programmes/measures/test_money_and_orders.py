"""What a client bought and what it brought, worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.clients import make_client, make_order
from tests.factories.dealings import STAMP, make_invoice, make_payment
from vernost.clients.actions.cost import create_cost
from vernost.clients.models import Client, ServiceLine
from vernost.core.models import CompanySettings
from vernost.programmes.measures.measure import Unknown, Value, measure_of

SINCE, UNTIL = date(2026, 1, 1), date(2026, 3, 31)


def value_of(code: str, *clients: Client, since=SINCE, until=UNTIL, line=None) -> Value:
    chosen = Client.objects.filter(pk__in=[client.pk for client in clients])
    return measure_of(code).compute(chosen, since, until, line=line)


@pytest.fixture
def client(db) -> Client:
    return make_client("Romashka")


def test_orders_count_both_ends_of_the_period_but_no_cancelled_ones_and_no_returns(client):
    make_order(client, ordered_on=SINCE)
    make_order(client, ordered_on=UNTIL)
    make_order(client, ordered_on=date(2025, 12, 31))
    make_order(client, ordered_on=date(2026, 4, 1))
    make_order(client, ordered_on=date(2026, 2, 1), status="cancelled")
    make_order(client, ordered_on=date(2026, 2, 1), amount=Decimal(-100))

    found = value_of("orders", client)

    assert (found.number, found.based_on) == (2, 2)
    assert [row.on for row in found.rows(10)] == [UNTIL, SINCE]


def test_orders_of_a_line_are_unknown_while_no_line_is_chosen(client):
    line = ServiceLine.objects.create(name="Audit")
    make_order(client, service_line=line)
    make_order(client)

    assert value_of("line_orders", client, line=line).number == 1
    assert value_of("line_orders", client).unknown is Unknown.NO_LINE


def test_service_lines_are_counted_once_each(client):
    audit, taxes = (ServiceLine.objects.create(name=name) for name in ("Audit", "Taxes"))
    for line in (audit, audit, taxes, None):
        make_order(client, service_line=line)

    assert value_of("service_lines", client).number == 2


def test_income_is_less_returns_and_in_the_companys_currency(client):
    CompanySettings.objects.create(pk=1, name="Firm", method={"exchange_rates": {"USD": 80.0}})
    make_order(client, amount=Decimal(1000))
    make_order(client, amount=Decimal(-200))
    make_order(client, amount=Decimal(10), currency="USD")

    # 1000 − 200 + 10 · 80
    assert value_of("revenue", client).number == 1600


def test_income_in_a_currency_without_a_rate_is_unknown_and_not_left_out(client):
    make_order(client)
    make_order(client, currency="EUR")

    found = value_of("revenue", client)

    assert (found.number, found.unknown) == (None, Unknown.NO_RATE)


def test_profit_is_income_less_direct_cost_expenses_and_our_time(client):
    CompanySettings.objects.create(pk=1, name="Firm", method={"hourly_rate": 600.0})
    make_order(client, amount=Decimal(5000), direct_cost=Decimal(2000))
    create_cost(client=client, spent_on=UNTIL, money=Decimal(300), minutes=90, currency="RUB", **STAMP)

    # 5000 − 2000 − 300 − 1.5 h · 600
    assert value_of("profit", client).number == 1800


def test_profit_is_unknown_where_no_order_has_its_cost(client):
    make_order(client)

    assert value_of("profit", client).unknown is Unknown.NO_COSTS


def test_paid_on_time_judges_what_fell_due_by_mark_or_by_payments(client):
    make_invoice(client, date(2026, 2, 1), 100, paid_on=date(2026, 2, 1))
    make_invoice(client, date(2026, 2, 1), 100, paid_on=date(2026, 2, 2))
    paid = make_invoice(client, date(2026, 3, 1), 100)
    make_payment(client, date(2026, 2, 20), 60, invoice=paid)
    make_payment(client, date(2026, 3, 1), 40, invoice=paid)
    late = make_invoice(client, date(2026, 3, 1), 100)
    make_payment(client, date(2026, 3, 2), 100, invoice=late)
    make_invoice(client, date(2026, 4, 20), 100)

    found = value_of("paid_on_time", client)

    assert (found.number, found.based_on) == (Decimal("50.0"), 4)
    assert sum(row.number is not None for row in found.rows(10)) == 2


def test_without_an_invoice_nobody_paid_late(client):
    assert value_of("paid_on_time", client).unknown is Unknown.NO_INVOICES


def test_many_clients_are_counted_together_and_others_left_out(client):
    second, other = make_client("Second"), make_client("Other")
    for one in (client, client, second, other):
        make_order(one)

    assert value_of("orders", client, second).number == 3
    assert value_of("revenue", client, second).number == 3000
