from django.utils.translation import gettext_lazy as _

from vernost.clients.actions.order import change_orders, create_orders
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Order
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Choices, Kind

ORDERS = Kind(
    name="orders",
    label=_("Orders"),
    spec=TableSpec(
        "orders",
        "What was bought; rows that share a number at a client are lines of one order.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("ordered_on", "date", "day", required=True),
            Column("amount", "money", "sum; negative for a return", required=True),
            Column("order_id", "id", "number"),
            Column("client_name", "text", "name for clients that are made"),
            Column("currency", "text", "currency", "ISO 4217"),
            Column("subject", "text", "subject"),
            Column("direct_cost", "money", "direct cost"),
            Column("service_line", "text", "service line"),
            Column("status", "text", "state"),
            Column("is_extra", "boolean", "extra service"),
            Column("discount_percent", "number", "discount", "%", least=0, most=100),
        ),
    ),
    model=Order,
    fields={
        "ordered_on": "ordered_on",
        "amount": "amount",
        "order_id": "number",
        "currency": "currency",
        "subject": "subject",
        "direct_cost": "direct_cost",
        "service_line": "service_line_id",
        "status": "status",
        "is_extra": "is_extra",
        "discount_percent": "discount_percent",
    },
    insert=create_orders,
    change=change_orders,
    choices={"service_line": Choices("service_lines"), "status": Choices("codes", OrderStatus.choices)},
    number=("order_id",),
    content=("ordered_on", "amount", "currency", "subject"),
    day="ordered_on",
    gather=True,
    makes_clients=True,
    names={
        "subject": "subject, description, title, предмет, содержание, описание, наименование товара",
        "discount_percent": "discount, discount percent, discount %, скидка, скидка процент, процент скидки",
    },
    defaults=lambda currency: {"currency": currency},
)
