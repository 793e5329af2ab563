from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vernost.assessment.wording.judgement import LOYALTY
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.measure import Over, Row, Unit, Unknown, Value, measure
from vernost.programmes.measures.standings import BUYERS, standings

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
)
def loyal_share(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    then = standings(clients, until).filter(stage__in=BUYERS)
    count = then.count()
    if not count:
        return Value(None, Unknown.NOT_JUDGED)
    number = Decimal(100) * then.filter(loyalty__in=_LOYAL).count() / count
    return Value(
        number.quantize(Decimal("0.1")),
        based_on=count,
        rows=lambda most: [
            Row(one.since_on, one.client_id, gettext(LOYALTY[one.loyalty]),
                Decimal(1) if one.loyalty in _LOYAL else None, one)
            for one in then.order_by("-since_on", "-pk")[:most]
        ],
    )  # fmt: skip
