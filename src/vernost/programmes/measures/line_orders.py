from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure


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
    return count_of(rows, "ordered_on")
