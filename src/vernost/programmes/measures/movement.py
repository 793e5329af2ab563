"""Rotation: who came and who went."""

from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models import Standing
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.measure import Better, Unit, Unknown, Value, measure
from vernost.programmes.measures.standings import GONE, stage_words, standings


@measure(
    "joined",
    _("Clients won"),
    _("Clients whose first purchase lies in the period."),
    of_many=True,
    unit=Unit.COUNT,
)
def joined(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    rows = purchases(clients, since, until)
    earlier = purchases(clients, date.min, since).filter(ordered_on__lt=since)
    new = rows.exclude(client__in=earlier.values("client"))
    count = new.order_by().values("client").distinct().count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=latest(new, "ordered_on", lambda _one: None),
    )


@measure(
    "left",
    _("Clients lost"),
    _(
        "Clients whom an assessment of the period saw as lost or ended for the first time since they were not."
    ),
    of_many=True,
    unit=Unit.COUNT,
    better=Better.LESS,
    words=stage_words,
)
def left(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    if not standings(clients, until).exists():
        return Value(None, Unknown.NOT_JUDGED)
    before = Standing.objects.filter(client=OuterRef("client"), until_on=OuterRef("since_on")).exclude(
        stage__in=GONE
    )
    gone = Standing.objects.filter(client__in=clients, stage__in=GONE, since_on__range=(since, until))
    gone = gone.filter(Exists(before))
    count = gone.order_by().values("client").distinct().count()
    return Value(Decimal(count), based_on=count, rows=latest(gone, "since_on"))
