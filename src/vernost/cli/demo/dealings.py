"""What the demo's clients bought, owe and paid, and what serving them took."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from itertools import count

from vernost.assessment.actions.dependence_plan import create_dependence_plan
from vernost.cli.demo.made import Making, Row
from vernost.clients.actions.order import note_last_orders
from vernost.clients.enums import CostPurpose, MarketingPurpose
from vernost.clients.models import Cost, Invoice, MarketingCost, Order, Payment


def make_orders(making: Making) -> None:
    for row in making.rows("orders"):
        making.orders[row["order_id"]] = _order(making, row)
    making.save(making.orders.values())
    note_last_orders(client_ids=[client.pk for client in making.clients.values()])


def _order(making: Making, row: Row) -> Order:
    line = row["service_line"]
    subjects = making.company.subjects[int(line.removeprefix("line-")) - 1] if line else ("",)
    return Order(
        client=making.clients[row["client_id"]],
        number=row["order_id"].removeprefix("O0-"),
        ordered_on=row["ordered_on"],
        subject=making.company.extra if row["is_extra"] else making.dice.choice(subjects),
        amount=making.sum(row["amount"]),
        direct_cost=making.sum_or_none(row["direct_cost"]),
        currency=making.words.currency,
        service_line=making.lines.get(line),
        is_extra=bool(row["is_extra"]),
        is_sample=True,
    )


def make_invoices(making: Making) -> None:
    """Each invoice with its payment, where it was paid."""
    rows = making.rows("invoices")
    invoices = [
        Invoice(
            client=making.clients[row["client_id"]],
            order=making.orders.get(f"O0-{row['invoice_id'].removeprefix('I0-')}"),
            number=row["invoice_id"].removeprefix("I0-"),
            issued_on=row["issued_on"],
            due_on=row["due_on"],
            amount=making.sum(row["amount"]),
            currency=making.words.currency,
            paid_on=row["paid_on"],
            is_sample=True,
        )
        for row in rows
    ]
    making.save(invoices)
    number = count(1)
    making.save(
        Payment(
            client=invoice.client,
            invoice=invoice,
            number=str(next(number)),
            paid_on=row["paid_on"],
            amount=making.sum(row["paid_amount"]),
            currency=making.words.currency,
            is_sample=True,
        )
        for row, invoice in zip(rows, invoices, strict=True)
        if row["paid_on"] and row["paid_amount"]
    )


def make_costs(making: Making) -> None:
    making.save(
        Cost(
            client=making.clients[row["client_id"]],
            spent_on=row["on"],
            purpose=CostPurpose(row["purpose"]),
            money=making.sum_or_none(row["money"]),
            currency=making.words.currency,
            minutes=row["minutes"] and int(row["minutes"]),
            person=making.staff.get(row["person"]),
            subject=making.dice.choice(making.words.costs),
            is_sample=True,
        )
        for row in making.rows("costs")
        if row["minutes"] is not None or row["money"] is not None
    )


# Months between payments, and the sum in hundreds of the simulation's units.
_MARKETING = (
    (MarketingPurpose.WINNING, 1, 14),
    (MarketingPurpose.WINNING, 3, 30),
    (MarketingPurpose.KEEPING, 4, 12),
    (MarketingPurpose.WINNING_BACK, 6, 5),
    (MarketingPurpose.BRAND, 6, 20),
)


def make_marketing(making: Making) -> None:
    """Two years of advertising, events and mailings by purpose."""
    today, segments = making.at.date(), list(making.segments.values())
    making.save(
        MarketingCost(
            purpose=purpose,
            spent_on=today - timedelta(days=10 + 30 * months * number),
            amount=making.sum(Decimal(making.dice.randint(80, 120) * hundreds)),
            currency=making.words.currency,
            segment=making.dice.choice([None, *segments]),
            note=making.dice.choice(making.words.marketing[purpose]),
            is_sample=True,
        )
        for purpose, months, hundreds in _MARKETING
        for number in range(24 // months)
    )


def make_plans(making: Making) -> None:
    """A plan against dependence on the client who brought most in the last year."""
    today = making.at.date()
    sums: dict[int, Decimal] = defaultdict(Decimal)
    clients = {client.pk: client for client in making.clients.values()}
    for order in making.orders.values():
        if order.ordered_on > today - timedelta(days=365):
            sums[order.client_id] += order.amount
    largest = max(sums, key=lambda pk: (sums[pk], -pk))
    aim, steps = making.words.dependence_plan
    create_dependence_plan(
        client=clients[largest],
        owner=making.director,
        aim=aim,
        steps="\n".join(steps),
        due_on=today + timedelta(days=270),
        review_on=today + timedelta(days=60),
        is_sample=True,
        **making.given,
    )
