from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.measure import Better, Unit, Value, measure
from vernost.voice.models import Complaint


@measure(
    "complaints",
    _("Complaints"),
    _("Complaints of the period; those decided against the client are left out."),
    unit=Unit.COUNT,
    better=Better.LESS,
)
def complaints(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = Complaint.objects.filter(client__in=clients, deleted_at=None, opened_on__range=(since, until))
    return count_of(rows.exclude(justified=False), "opened_on")
