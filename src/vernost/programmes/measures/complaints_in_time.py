from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure, rows_of
from vernost.voice.models import Complaint

# As long as an idea may wait for an answer.
_TIME = timedelta(days=14)


@measure(
    "complaints_in_time",
    _("Complaints answered in time"),
    _(
        "Of the complaints of the period, those closed within 14 days; an open one counts once its 14 days are over."
    ),
    unit=Unit.PERCENT,
)
def complaints_in_time(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    came = Complaint.objects.filter(client__in=clients, deleted_at=None, opened_on__range=(since, until))
    in_time = Q(closed_on__lte=F("opened_on") + _TIME) & Q(closed_on__lte=until)
    counted = came.filter(in_time | Q(opened_on__lt=until - _TIME) | Q(closed_on__lte=until))
    count = counted.count()
    if not count:
        return Value(None, Unknown.NO_COMPLAINTS)
    number = Decimal(100) * counted.filter(in_time).count() / count
    return Value(
        number.quantize(Decimal("0.1")),
        based_on=count,
        rows=lambda most: rows_of(
            counted.order_by("-opened_on", "-pk")[:most],
            lambda c: c.opened_on,
            lambda c: Decimal(1) if c.closed_on and c.closed_on <= min(until, c.opened_on + _TIME) else None,
        ),
    )
