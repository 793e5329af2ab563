"""What we did for the clients beside serving them: cases dealt with, reviews gone through."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Answer, CaseState
from vernost.assessment.models import Case, ReviewItem
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.measure import Unit, Value, measure


@measure(
    "cases_closed",
    _("Cases dealt with"),
    _("Cases that were closed in the period, whatever their outcome."),
    unit=Unit.COUNT,
)
def cases_closed(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = Case.objects.filter(
        client__in=clients, deleted_at=None, state=CaseState.CLOSED, closed_on__range=(since, until)
    )
    return count_of(rows, "closed_on")


@measure(
    "reviews_done",
    _("Clients reviewed"),
    _("How often a client was answered for in a review in the period."),
    of_many=True,
    unit=Unit.COUNT,
    reads=("client",),
)
def reviews_done(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = ReviewItem.objects.filter(
        client__in=clients,
        answer__in=(Answer.CONFIRMED, Answer.CHANGED),
        answered_at__range=moments(since, until),
    )
    return count_of(rows.select_related("client"), "answered_at")
