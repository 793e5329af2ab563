from datetime import date

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import ordered
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.in_currency import NoRate, company_rates
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure


@measure(
    "revenue",
    _("Income"),
    _("What was ordered in the period less what was returned, in the company's currency."),
    unit=Unit.MONEY,
)
def revenue(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    rows = ordered(clients, since, until)
    found = list(rows.values_list("currency").annotate(Sum("amount"), Count("pk")).order_by())
    try:
        number = company_rates().sum((currency, amount) for currency, amount, _count in found)
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    return Value(
        number,
        based_on=sum(count for _currency, _amount, count in found),
        rows=latest(rows, "ordered_on", lambda one: one.amount),
    )
