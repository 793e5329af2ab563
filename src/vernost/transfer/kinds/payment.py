from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Invoice, Payment
from vernost.core.actions.records import change_records
from vernost.engine.tables import Column, TableSpec
from vernost.transfer.kinds.kind import Kind

PAYMENTS = Kind(
    name="payments",
    label=_("Payments"),
    spec=TableSpec(
        "payments",
        "Money that came.",
        (
            Column("client_id", "id", "the client", required=True),
            Column("paid_on", "date", "day", required=True),
            Column("amount", "money", "sum", required=True),
            Column("number", "id", "number of the payment"),
            Column("invoice", "id", "number of the invoice"),
            Column("client_name", "text", "name for clients that are made"),
            Column("currency", "text", "currency", "ISO 4217"),
        ),
    ),
    model=Payment,
    fields={
        "paid_on": "paid_on",
        "amount": "amount",
        "number": "number",
        "invoice": "invoice_id",
        "currency": "currency",
    },
    change=change_records,
    lookups={"invoice": (Invoice, "number")},
    number=("number",),
    content=("paid_on", "amount", "currency"),
    day="paid_on",
    makes_clients=True,
    names={
        "paid_on": "payment date, paid on, value date, дата оплаты, дата платежа, дата поступления",
        "number": "payment number, payment id, payment, номер платежа, платеж, платежное поручение, № п/п",
        "invoice": "invoice, invoice number, invoice id, счет, номер счета, № счета",
        "amount": "payment amount, paid, сумма платежа, сумма оплаты, поступило, приход",
    },
    defaults=lambda currency: {"currency": currency},
)
