from datetime import date
from decimal import Decimal

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    Changing,
    Currency,
    Day,
    Given,
    Line100,
    Line500,
    Number,
    Part,
    Shown,
    Sum,
    SumFromZero,
    Why,
)
from vernost.clients.enums import OrderStatus


class OrderShown(Shown):
    id: int
    client_id: int
    number: str
    ordered_on: date
    subject: str
    amount: Decimal
    direct_cost: Decimal | None
    currency: str
    service_line_id: int | None
    status: OrderStatus
    is_extra: bool
    discount_percent: Decimal | None


class _Order(Given):
    number: Line100 = Field("", description="The number in another system; a client has each once.")
    subject: Line500 = ""
    direct_cost: Sum | None = None
    service_line_id: Number | None = None
    status: OrderStatus = OrderStatus.DONE
    is_extra: bool = Field(False, description="A service beyond the usual ones.")
    discount_percent: Part | None = None


class NewOrder(_Order):
    client_id: Number
    ordered_on: Day
    amount: Sum = Field(description="Below zero: a return.")
    currency: Currency
    why: Why = ""


class OrderValues(Changing, _Order):
    ordered_on: Day = date.min
    amount: Sum = Decimal()
    currency: Currency = ""


class OrderChange(OrderValues):
    if_unchanged: OrderValues | None = None
    why: Why = ""


class InvoiceShown(Shown):
    id: int
    client_id: int
    order_id: int | None
    number: str
    issued_on: date
    due_on: date
    amount: Decimal
    currency: str
    paid_on: date | None


class _Invoice(Given):
    order_id: Number | None = None
    number: Line100 = ""
    paid_on: Day | None = Field(None, description="Paid in full on this day.")


class NewInvoice(_Invoice):
    client_id: Number
    issued_on: Day
    due_on: Day
    amount: SumFromZero
    currency: Currency
    why: Why = ""


class InvoiceValues(Changing, _Invoice):
    issued_on: Day = date.min
    due_on: Day = date.min
    amount: SumFromZero = Decimal()
    currency: Currency = ""


class InvoiceChange(InvoiceValues):
    if_unchanged: InvoiceValues | None = None


class PaymentShown(Shown):
    id: int
    client_id: int
    invoice_id: int | None
    number: str
    paid_on: date
    amount: Decimal
    currency: str


class _Payment(Given):
    invoice_id: Number | None = Field(None, description="Without one: paid in advance.")
    number: Line100 = ""


class NewPayment(_Payment):
    client_id: Number
    paid_on: Day
    amount: Sum
    currency: Currency


class PaymentValues(Changing, _Payment):
    paid_on: Day = date.min
    amount: Sum = Decimal()
    currency: Currency = ""


class PaymentChange(PaymentValues):
    if_unchanged: PaymentValues | None = None


class DealingsAsked(Asked):
    client_id: Number | None = None
    number: Line100 | None = None
    day_from: Day | None = None
    day_to: Day | None = None
