from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest, one_if, percent
from vernost.programmes.measures.measure import Over, Unit, Unknown, Value, measure
from vernost.programmes.measures.standings import BUYERS, loyalty_words, standings

_LOYAL = ("devotion", "partnership")


@measure(
    "loyal_share",
    _("Share of devoted clients and partners"),
    _(
        "Of the clients who have bought and are not gone, those on the levels devotion and partnership on the day."
    ),
    of_many=True,
    unit=Unit.PERCENT,
    over=Over.DAY,
    words=loyalty_words,
)
def loyal_share(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    then = standings(clients, until).filter(stage__in=BUYERS)
    count = then.count()
    if not count:
        return Value(None, Unknown.NOT_JUDGED)
    return Value(
        percent(then.filter(loyalty__in=_LOYAL).count(), count),
        based_on=count,
        rows=latest(then, "since_on", lambda one: one_if(one.loyalty in _LOYAL)),
    )
