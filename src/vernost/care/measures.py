"""What care adds to the registry of measures: was the promised contact made."""

from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.measure import Unit, Unknown, Value, measure, rows_of


@measure(
    "contacts_in_time",
    _("Promised contacts made in time"),
    _(
        "Of the contacts that the communication standard promised by a day of the period, those made by that day."
    ),
    unit=Unit.PERCENT,
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
    number = Decimal(100) * due.filter(in_time).count() / count
    return Value(
        number.quantize(Decimal("0.1")),
        based_on=count,
        rows=lambda most: rows_of(
            due.select_related("rule").order_by("-latest_on", "-pk")[:most],
            lambda one: one.latest_on,
            lambda one: (
                Decimal(1)
                if one.state == TouchState.DONE
                and one.closed_on is not None
                and one.closed_on <= one.latest_on
                else None
            ),
        ),
    )
