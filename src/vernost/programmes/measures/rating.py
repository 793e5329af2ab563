from datetime import date
from decimal import Decimal

from django.db.models import Avg, Count, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure
from vernost.voice.enums import Measure as RatedMeasure
from vernost.voice.models import Rating


@measure(
    "rating",
    _("Mean mark"),
    _("Mean of the marks for quality, relations and solving of questions given in the period, of 5."),
    unit=Unit.MARK,
)
def rating(clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None) -> Value:
    rows = Rating.objects.filter(client__in=clients, deleted_at=None, rated_on__range=(since, until))
    rows = rows.exclude(measure=RatedMeasure.NPS)
    found = rows.aggregate(mean=Avg("value"), count=Count("pk"))
    if found["mean"] is None:
        return Value(None, Unknown.NO_MARKS)
    return Value(
        Decimal(str(found["mean"])).quantize(Decimal("0.01")),
        based_on=found["count"],
        rows=latest(rows, "rated_on", lambda one: one.value),
    )
