from datetime import date, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest, one_if, percent
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure
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
    return Value(
        percent(counted.filter(in_time).count(), count),
        based_on=count,
        rows=latest(
            counted,
            "opened_on",
            lambda one: one_if(one.closed_on and one.closed_on <= min(until, one.opened_on + _TIME)),
        ),
    )
