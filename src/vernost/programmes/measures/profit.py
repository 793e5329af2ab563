from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from vernost.assessment.queries.method import method
from vernost.clients.models import Client, Cost, ServiceLine
from vernost.programmes.measures.bought import ordered
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.in_currency import NoRate, company_rates
from vernost.programmes.measures.measure import Row, Unit, Unknown, Value, measure
from vernost.voice.models import Interaction

_HOUR, _CENT = Decimal(60), Decimal("0.01")


@measure(
    "profit",
    _("Profit"),
    _(
        "Income of the period less the direct cost of the orders and what serving took: "
        "expenses and our time at its price."
    ),
    unit=Unit.MONEY,
)
def profit(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    orders = ordered(clients, since, until)
    costs = Cost.objects.filter(client__in=clients, deleted_at=None, spent_on__range=(since, until))
    talks = Interaction.objects.filter(
        client__in=clients, deleted_at=None, at__range=moments(since, until), minutes__gt=0
    )
    margins = list(
        orders.values_list("currency")
        .annotate(
            margin=Sum(F("amount") - Coalesce("direct_cost", Decimal())),
            all=Count("pk"),
            costed=Count("direct_cost"),
        )
        .order_by()
    )
    count = sum(row[2] for row in margins)
    if count and not any(row[3] for row in margins):
        return Value(None, Unknown.NO_COSTS, count)
    spent = costs.filter(money__isnull=False).values_list("currency").annotate(Sum("money")).order_by()
    try:
        rates = company_rates()
        number = rates.sum((row[0], row[1]) for row in margins) - rates.sum(spent)
    except NoRate:
        return Value(None, Unknown.NO_RATE, count)

    price = _prices()

    def rows(most: int) -> list[Row]:
        none = Decimal()
        found = latest(orders, "ordered_on", lambda one: one.amount - (one.direct_cost or none))(most)
        found += latest(
            costs, "spent_on", lambda one: -(one.money or none) - price(one.person_id, one.minutes)
        )(most)
        found += latest(talks, "at", lambda one: -price(one.person_id, one.minutes))(most)
        return sorted(found, key=lambda row: row.on, reverse=True)[:most]

    return Value(
        number - _time(talks, price) - _time(costs.filter(minutes__gt=0), price), based_on=count, rows=rows
    )


type _Price = Callable[[int | None, int | None], Decimal]


def _prices() -> _Price:
    """What (a person's, minutes) cost: at the person's rate, else at the common one, else nothing."""
    known = method()

    def price(person: int | None, minutes: int | None) -> Decimal:
        rate = known.hourly_rates.get(str(person), known.hourly_rate or 0)
        return (Decimal(str(rate)) * Decimal(minutes or 0) / _HOUR).quantize(_CENT)

    return price


def _time(spent: QuerySet[Cost] | QuerySet[Interaction], price: _Price) -> Decimal:
    minutes = spent.order_by().values_list("person").annotate(Sum("minutes"))
    return sum((price(person, took) for person, took in minutes), Decimal())
