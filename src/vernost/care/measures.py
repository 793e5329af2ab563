"""What care adds to the registry of measures: was the promised contact made."""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import latest, one_if, percent
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure


@measure(
    "contacts_in_time",
    _("Promised contacts made in time"),
    _(
        "Of the contacts that the communication standard or a plan promised by a day of the period, "
        "those made by that day."
    ),
    unit=Unit.PERCENT,
    words=lambda touch: touch.what,
    reads=("rule", "action"),
)
def contacts_in_time(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    """As in plan and fact (queries/kept.py): what is skipped or held back was not promised."""
    due = Touch.objects.filter(client__in=clients, latest_on__range=(since, until))
    due = due.filter(
        Q(state__in=(TouchState.DONE, TouchState.MISSED)) | Q(state=TouchState.PLANNED, latest_on__lt=until)
    )
    in_time = Q(state=TouchState.DONE, closed_on__lte=F("latest_on"))
    count = due.count()
    if not count:
        return Value(None, Unknown.NO_PROMISES)
    return Value(
        percent(due.filter(in_time).count(), count),
        based_on=count,
        rows=latest(due.select_related("rule", "action"), "latest_on", lambda one: one_if(_is_kept(one))),
    )


def _is_kept(touch: Touch) -> bool:
    return (
        touch.state == TouchState.DONE and touch.closed_on is not None and touch.closed_on <= touch.latest_on
    )
