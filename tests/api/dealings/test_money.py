"""Orders, invoices and payments by the API: exact sums, policies, and what belongs to another client."""

from decimal import Decimal

import pytest

from tests.factories.clients import make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import TODAY
from vernost.clients.gates import ORDER_OPENED
from vernost.clients.models import Invoice, Order, Payment
from vernost.core.gates import Objection

JSON = "application/json"


def test_an_order_to_the_cent(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "ordered_on": "2026-03-01", "amount": "1200.10", "currency": "RUB"}

    said = program_of(anna).post("/api/v1/orders", sent, content_type=JSON).json()

    assert said["amount"] == "1200.10"
    assert Order.objects.get(pk=said["id"]).amount == Decimal("1200.10")
    client_one.refresh_from_db()
    assert str(client_one.last_ordered_on) == "2026-03-01"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "1.001"), ("amount", "1e20"), ("amount", "NaN"), ("currency", "rub"), ("currency", "ROUBLE"),
        ("discount_percent", "101"), ("service_line_id", 10_000), ("status", "lost"), ("ordered_on", "soon"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(field, value, program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "ordered_on": "2026-03-01", "amount": "1", "currency": "RUB"}

    response = program_of(anna).post("/api/v1/orders", sent | {field: value}, content_type=JSON)

    assert response.status_code == 422
    assert {one["where"] for one in response.json()["errors"]} == {f"body.{field}"}
    assert not Order.objects.exists()


def test_a_repeated_order_makes_no_second_one(program_of, anna, client_one):
    sent = {
        "client_id": client_one.pk, "ordered_on": "2026-03-01", "amount": "1", "currency": "RUB", "number": "7",
    }  # fmt: skip
    program = program_of(anna)

    assert program.post("/api/v1/orders", sent, content_type=JSON).status_code == 201
    assert program.post("/api/v1/orders", sent, content_type=JSON).status_code == 409
    assert Order.objects.count() == 1


class TestPolicy:
    """The gate of orders refuses; who may decide on exceptions gives the reason."""

    @pytest.fixture(autouse=True)
    def refused(self):
        before = list(ORDER_OPENED.checks)
        ORDER_OPENED.checks[:] = [lambda _order: Objection("debt_unpaid", Decimal(500), Decimal(0))]
        yield
        ORDER_OPENED.checks[:] = before

    @pytest.fixture
    def sent(self, client_one):
        return {"client_id": client_one.pk, "ordered_on": "2026-03-01", "amount": "1", "currency": "RUB"}

    def test_refused_in_words(self, program_of, anna, sent):
        response = program_of(anna).post("/api/v1/orders", sent, content_type=JSON)

        assert (response.status_code, response.json()["code"]) == (409, "refused_by_policy")
        assert response.json()["errors"][0]["what"]
        assert not Order.objects.exists()

    def test_a_manager_may_not_go_on(self, program_of, anna, sent):
        response = program_of(anna).post("/api/v1/orders", sent | {"why": "They paid."}, content_type=JSON)

        assert response.status_code == 409

    def test_a_head_goes_on_with_a_reason(self, program_of, boris, sent):
        response = program_of(boris).post("/api/v1/orders", sent | {"why": "They paid."}, content_type=JSON)

        assert response.status_code == 201


def test_an_invoice_of_an_order_of_another_client(program_of, director, client_one, client_two):
    order = make_order(client_two)
    sent = {
        "client_id": client_one.pk, "issued_on": "2026-03-01", "due_on": "2026-03-15", "amount": "1",
        "currency": "RUB", "order_id": order.pk,
    }  # fmt: skip

    response = program_of(director).post("/api/v1/invoices", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.order_id"
    assert not Invoice.objects.exists()


def test_an_invoice_is_not_due_before_its_issue(program_of, anna, client_one):
    invoice = make_invoice(client_one, TODAY, 100)

    response = program_of(anna).patch(
        f"/api/v1/invoices/{invoice.pk}", {"due_on": "2020-01-01"}, content_type=JSON
    )

    assert response.json()["errors"][0]["where"] == "body.due_on"


def test_a_payment_of_nothing_is_none(program_of, anna, client_one):
    payment = make_payment(client_one, TODAY, 100)

    response = program_of(anna).patch(f"/api/v1/payments/{payment.pk}", {"amount": "0"}, content_type=JSON)

    assert response.status_code == 422
    assert Payment.objects.get().amount == 100


@pytest.mark.parametrize(
    ("address", "make"),
    [
        ("orders", lambda client: make_order(client, subject="Advice")),
        ("invoices", lambda client: make_invoice(client, TODAY, 100)),
        ("payments", lambda client: make_payment(client, TODAY, 100)),
    ],
)
def test_a_stale_sum_is_not_overwritten(address, make, program_of, anna, client_one):
    record = make(client_one)
    sent = {"amount": "7.00", "if_unchanged": {"amount": "1.00"}}
    program = program_of(anna)

    assert program.patch(f"/api/v1/{address}/{record.pk}", sent, content_type=JSON).status_code == 409
    sent["if_unchanged"]["amount"] = str(record.amount)
    assert program.patch(f"/api/v1/{address}/{record.pk}", sent, content_type=JSON).json()["amount"] == "7.00"


def test_taken_off(program_of, anna, client_one):
    order = make_order(client_one)
    program = program_of(anna)

    assert program.delete(f"/api/v1/orders/{order.pk}").status_code == 204
    assert program.get(f"/api/v1/orders/{order.pk}").status_code == 404
    order.refresh_from_db()
    assert order.deleted_at is not None
