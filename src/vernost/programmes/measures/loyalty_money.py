from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from vernost.clients.enums import CostPurpose
from vernost.clients.models import Client, Cost, ServiceLine
from vernost.programmes.measures.bought import ordered
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.in_currency import NoRate, company_rates, sum_in_company_currency
from vernost.programmes.measures.measure import Over, Unit, Unknown, Value, measure
from vernost.programmes.measures.year import year_to


@measure(
    "loyalty_money",
    _("Income for each unit of money spent on keeping"),
    _(
        "Income of the year up to the day from clients on whom money was spent to keep them, divided by that money; "
        "what was spent on clients in general (marketing costs) is left out."
    ),
    of_many=True,
    unit=Unit.COUNT,
    over=Over.DAY,
)
def loyalty_money(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    year = year_to(until)
    spent = Cost.objects.filter(
        client__in=clients, deleted_at=None, purpose=CostPurpose.KEEPING, money__gt=0, spent_on__range=year
    )
    try:
        money = company_rates().sum(spent.order_by().values_list("currency").annotate(Sum("money")))
        if money <= 0:
            return Value(None, Unknown.NOTHING_SPENT)
        income = sum_in_company_currency(ordered(clients.filter(pk__in=spent.values("client")), *year))
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    return Value(
        (income / money).quantize(Decimal("0.1")),
        based_on=spent.count(),
        rows=latest(spent, "spent_on", lambda one: one.money),
    )
