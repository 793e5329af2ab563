"""How those who buy do it: how often, for how much, for how long."""

from datetime import date
from decimal import Decimal

from django.db.models import Count, Min, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Order, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.in_currency import NoRate, sum_in_company_currency
from vernost.programmes.measures.measure import Over, Rows, Unit, Unknown, Value, measure
from vernost.programmes.measures.year import year_to

_CENT, _TENTH = Decimal("0.01"), Decimal("0.1")
_YEAR = Decimal("365.25")


def _orders(rows: QuerySet[Order]) -> Rows:
    return latest(rows, "ordered_on", lambda one: one.amount)


@measure(
    "order_frequency",
    _("Purchases of a client a year"),
    _("Purchases of the year up to the day, divided by the clients who made them."),
    unit=Unit.COUNT,
    over=Over.DAY,
)
def order_frequency(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = purchases(clients, *year_to(until))
    found = rows.aggregate(count=Count("pk"), buyers=Count("client", distinct=True))
    if not found["buyers"]:
        return Value(None, Unknown.NO_ORDERS)
    number = Decimal(found["count"]) / found["buyers"]
    return Value(number.quantize(_CENT), based_on=found["count"], rows=_orders(rows))


@measure(
    "mean_order",
    _("Mean purchase"),
    _("Sum of the purchases of the year up to the day, divided by their number."),
    unit=Unit.MONEY,
    over=Over.DAY,
)
def mean_order(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = purchases(clients, *year_to(until))
    count = rows.count()
    if not count:
        return Value(None, Unknown.NO_ORDERS)
    try:
        number = sum_in_company_currency(rows) / count
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    return Value(number.quantize(_CENT), based_on=count, rows=_orders(rows))


@measure(
    "length_of_service",
    _("Mean length of service, years"),
    _("Of the clients who bought in the year up to the day: mean time since the first purchase of each."),
    of_many=True,
    unit=Unit.COUNT,
    over=Over.DAY,
)
def length_of_service(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    buying = clients.filter(pk__in=purchases(clients, *year_to(until)).values("client"))
    begun = purchases(buying, date.min, until).order_by().values("client").annotate(first=Min("ordered_on"))
    days = [(until - first).days for first in begun.values_list("first", flat=True)]
    if not days:
        return Value(None, Unknown.NO_ORDERS)
    number = Decimal(sum(days)) / len(days) / _YEAR
    return Value(
        number.quantize(_TENTH), based_on=len(days), rows=_orders(purchases(clients, *year_to(until)))
    )
