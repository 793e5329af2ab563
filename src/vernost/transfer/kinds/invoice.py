from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Invoice, Order
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Kind

INVOICES = Kind(
    name="invoices",
    label=_("Invoices"),
    spec=TableSpec(
        "invoices",
        "What is owed, by when.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("invoice_id", "id", "number"),
            Column("issued_on", "date", "day of issue", required=True),
            Column("due_on", "date", "last day to pay", required=True),
            Column("amount", "money", "sum", required=True, least=0),
            Column("paid_on", "date", "day of payment"),
            Column("paid_amount", "money", "what was paid, if not all", least=0),
            Column("client_name", "text", "name for clients that are made"),
            Column("currency", "text", "currency", "ISO 4217"),
            Column("order", "id", "number of the order"),
        ),
    ),
    model=Invoice,
    fields={
        "invoice_id": "number",
        "issued_on": "issued_on",
        "due_on": "due_on",
        "amount": "amount",
        "paid_on": "paid_on",
        "currency": "currency",
        "order": "order_id",
    },
    change=change_records,
    lookups={"order": (Order, "number")},
    number=("invoice_id",),
    content=("issued_on", "due_on", "amount", "currency"),
    day="issued_on",
    makes_clients=True,
    names={"order": "order, order number, заказ, номер заказа"},
    defaults=lambda currency: {"currency": currency},
)
