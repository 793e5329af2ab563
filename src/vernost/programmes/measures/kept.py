"""Who stays: clients and income kept from one year to the next."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Order, ServiceLine
from vernost.programmes.measures.bought import ordered, purchases
from vernost.programmes.measures.counted import latest, percent
from vernost.programmes.measures.in_currency import NoRate, company_rates
from vernost.programmes.measures.measure import Over, Unit, Unknown, Value, measure
from vernost.programmes.measures.year import year_to

_NONE = Decimal(0)


def _before(until: date) -> tuple[date, date]:
    return year_to(year_to(until)[0] - timedelta(days=1))


@measure(
    "clients_kept",
    _("Clients kept"),
    _(
        "Of the clients who bought in the year before the last, those who bought in the year up to the day again."
    ),
    of_many=True,
    unit=Unit.PERCENT,
    over=Over.DAY,
)
def clients_kept(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    earlier = purchases(clients, *_before(until)).order_by().values("client").distinct()
    count = earlier.count()
    if not count:
        return Value(None, Unknown.NO_YEAR_BEFORE)
    again = purchases(clients, *year_to(until)).filter(client__in=earlier)
    kept = again.order_by().values("client").distinct().count()
    return Value(percent(kept, count), based_on=count, rows=latest(again, "ordered_on"))


@measure(
    "income_kept",
    _("Income kept"),
    _(
        "Of the income of the year before the last, what the same clients gave in the year up to the day; of each at "
        "most what he gave then, so that the growth of some does not hide the loss of others."
    ),
    of_many=True,
    unit=Unit.PERCENT,
    over=Over.DAY,
)
def income_kept(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows, earlier = ordered(clients, *year_to(until)), ordered(clients, *_before(until))
    try:
        then, now = _by_client(earlier), _by_client(rows)
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    before = {client: amount for client, amount in then.items() if amount > 0}
    if not before:
        return Value(None, Unknown.NO_YEAR_BEFORE)
    part = sum((min(amount, max(now.get(client, _NONE), _NONE)) for client, amount in before.items()), _NONE)
    again = rows.filter(client__in=earlier.values("client"))
    return Value(
        percent(part, sum(before.values(), _NONE)),
        based_on=len(before),
        rows=latest(again, "ordered_on", lambda one: one.amount),
    )


def _by_client(orders: QuerySet[Order]) -> dict[int, Decimal]:
    rates, found = company_rates(), dict[int, Decimal]()
    for client, currency, amount in (
        orders.order_by().values_list("client", "currency").annotate(Sum("amount"))
    ):
        found[client] = found.get(client, _NONE) + amount * rates.of(currency)
    return found
