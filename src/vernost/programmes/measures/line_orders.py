from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import latest, purchases
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure, rows_of


@measure(
    "line_orders",
    _("Orders of a service line"),
    _("Orders of the chosen service line in the period: whether the client takes up what is new to him."),
    unit=Unit.COUNT,
    asks_line=True,
)
def line_orders(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    if line is None:
        return Value(None, Unknown.NO_LINE)
    rows = purchases(clients, since, until).filter(service_line=line)
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(latest(rows, most), lambda one: one.ordered_on, lambda one: Decimal(1)),
    )
