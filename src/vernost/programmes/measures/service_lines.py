from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.measure import Unit, Value, measure


@measure(
    "service_lines",
    _("Kinds of service bought"),
    _("How many different service lines were ordered in the period; of several clients together."),
    unit=Unit.COUNT,
)
def service_lines(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = purchases(clients, since, until).exclude(service_line=None)
    found = rows.aggregate(lines=Count("service_line", distinct=True), rows=Count("pk"))
    return Value(
        Decimal(found["lines"]),
        based_on=found["rows"],
        rows=latest(rows, "ordered_on", lambda _one: None),
    )
