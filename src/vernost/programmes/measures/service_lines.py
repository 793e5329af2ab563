from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import latest, purchases
from vernost.programmes.measures.measure import Unit, Value, measure, rows_of


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
        rows=lambda most: rows_of(
            latest(rows.select_related("service_line"), most), lambda one: one.ordered_on, lambda one: None
        ),
    )
