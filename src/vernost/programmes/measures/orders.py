from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import latest, purchases
from vernost.programmes.measures.measure import Unit, Value, measure, rows_of


@measure(
    "orders",
    _("Orders"),
    _("Orders of the period; neither cancelled ones nor returns."),
    unit=Unit.COUNT,
)
def orders(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    rows = purchases(clients, since, until)
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(latest(rows, most), lambda one: one.ordered_on, lambda one: Decimal(1)),
    )
