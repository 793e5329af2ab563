from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.measure import Unit, Value, measure


@measure(
    "orders",
    _("Orders"),
    _("Orders of the period; neither cancelled ones nor returns."),
    unit=Unit.COUNT,
)
def orders(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    return count_of(purchases(clients, since, until), "ordered_on")
