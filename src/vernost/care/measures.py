"""What care can count of clients (programmes/measures): whether promised contacts were made."""

from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.measure import Row, Unit, Unknown, Value, measure

_WHOLE = Decimal(100)
_PROMISED = (TouchState.PLANNED, TouchState.DONE, TouchState.MISSED)


@measure(
    "touches_kept",
    _("Contacts made in time"),
    _(
        "Of the touches whose latest day lay in the period, those made by it; skipped and held back ones are left out."
    ),
    unit=Unit.PERCENT,
)
def touches_kept(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    promised = Touch.objects.filter(client__in=clients, latest_on__range=(since, until), state__in=_PROMISED)
    in_time = Q(state=TouchState.DONE, closed_on__lte=F("latest_on"))
    count = promised.count()
    if not count:
        return Value(None, Unknown.NO_PROMISES)

    def rows(most: int) -> list[Row]:
        found = promised.select_related("rule", "action").order_by("-latest_on", "-pk")[:most]
        return [Row(one.latest_on, one.client_id, one.what, _counts(one), one) for one in found]

    number = _WHOLE * promised.filter(in_time).count() / count
    return Value(number.quantize(Decimal("0.1")), based_on=count, rows=rows)


def _counts(touch: Touch) -> Decimal | None:
    is_kept = touch.state == TouchState.DONE and touch.closed_on and touch.closed_on <= touch.latest_on
    return Decimal(1) if is_kept else None
