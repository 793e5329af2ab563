from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure
from vernost.programmes.measures.talks import talks

_QUARTER = Decimal("365.25") / 4


@measure(
    "interactions",
    _("Contacts a quarter"),
    _("Contacts that reached somebody, counted for a quarter of a year; of several clients together."),
    unit=Unit.COUNT,
)
def interactions(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    days = (until - since).days + 1
    if days <= 0:
        return Value(None, Unknown.NOT_BEGUN)
    rows = talks(clients, since, until)
    count = rows.count()
    # Less than a quarter is not blown up: three calls in the first week are three.
    number = Decimal(count) * _QUARTER / max(Decimal(days), _QUARTER)
    return Value(
        number.quantize(Decimal("0.1")),
        based_on=count,
        rows=latest(rows, "at"),
    )
