"""Regular clients: how many, what part of those who buy, what part of the income."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import ordered
from vernost.programmes.measures.counted import count_of, latest, one_if, percent
from vernost.programmes.measures.in_currency import NoRate, sum_in_company_currency
from vernost.programmes.measures.measure import Over, Unit, Unknown, Value, measure
from vernost.programmes.measures.standings import BUYERS, stage_words, standings
from vernost.programmes.measures.year import year_to


@measure(
    "regular_clients",
    _("Regular clients"),
    _("Clients whom the assessments saw in the stage “regular” on the day."),
    of_many=True,
    unit=Unit.COUNT,
    over=Over.DAY,
    words=stage_words,
)
def regular_clients(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    then = standings(clients, until)
    if not then.exists():
        return Value(None, Unknown.NOT_JUDGED)
    return count_of(then.filter(stage="regular"), "since_on")


@measure(
    "regular_share",
    _("Share of regular clients"),
    _("Of the clients who have bought and are not gone, those in the stage “regular” on the day."),
    of_many=True,
    unit=Unit.PERCENT,
    over=Over.DAY,
    words=stage_words,
)
def regular_share(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    buyers = standings(clients, until).filter(stage__in=BUYERS)
    count = buyers.count()
    if not count:
        return Value(None, Unknown.NOT_JUDGED)
    return Value(
        percent(buyers.filter(stage="regular").count(), count),
        based_on=count,
        rows=latest(buyers, "since_on", lambda one: one_if(one.stage == "regular")),
    )


@measure(
    "regular_income",
    _("Share of income from regular clients"),
    _("Of the income of the year up to the day, what came from the clients who were regular on the day."),
    of_many=True,
    unit=Unit.PERCENT,
    over=Over.DAY,
)
def regular_income(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    then = standings(clients, until)
    if not then.exists():
        return Value(None, Unknown.NOT_JUDGED)
    rows = ordered(clients, *year_to(until))
    of_regular = rows.filter(client__in=then.filter(stage="regular").values("client"))
    try:
        whole, part = sum_in_company_currency(rows), sum_in_company_currency(of_regular)
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    if whole <= 0:
        return Value(None, Unknown.NO_ORDERS)
    return Value(
        percent(part, whole),
        based_on=rows.count(),
        rows=latest(of_regular, "ordered_on", lambda one: one.amount),
    )
