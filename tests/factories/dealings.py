"""Invoices and payments of a client."""

from datetime import date, timedelta
from decimal import Decimal

from tests.factories.moments import AT
from vernost.clients.actions.invoice import create_invoice
from vernost.clients.actions.payment import create_payment
from vernost.clients.models import Client, Invoice, Payment
from vernost.core.enums import Face

STAMP = {"by": None, "at": AT, "face": Face.JOB}


def make_invoice(client: Client, due_on: date, amount: int, **fields: object) -> Invoice:
    values = {
        "issued_on": due_on - timedelta(days=7),
        "currency": "RUB",
        "amount": Decimal(amount),
    } | fields
    return create_invoice(client=client, due_on=due_on, **STAMP, **values)


def make_payment(client: Client, paid_on: date, amount: int, **fields: object) -> Payment:
    values = {"currency": "RUB", "amount": Decimal(amount)} | fields
    return create_payment(client=client, paid_on=paid_on, **STAMP, **values)
