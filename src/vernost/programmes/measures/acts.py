"""Acts that show a partner: projects done together, people sent to us."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.measure import Unit, Value, measure
from vernost.voice.enums import ActKind
from vernost.voice.models import Act


@measure(
    "joint_projects",
    _("Joint projects"),
    _("Projects done together with the client in the period, as written down after contacts."),
    unit=Unit.COUNT,
)
def joint_projects(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    return _count((ActKind.JOINT_PROJECT,), clients, since, until)


@measure(
    "referrals",
    _("Recommendations"),
    _("How often the client sent us somebody or recommended us in public in the period."),
    unit=Unit.COUNT,
)
def referrals(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    return _count((ActKind.REFERRAL, ActKind.RECOMMENDATION), clients, since, until)


def _count(kinds: Sequence[str], clients: QuerySet[Client], since: date, until: date) -> Value:
    rows = Act.objects.filter(
        client__in=clients, deleted_at=None, happened_on__range=(since, until), kind__in=kinds
    )
    return count_of(rows, "happened_on")
