"""What we did for the clients beside serving them: cases dealt with, reviews gone through."""

from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.assessment.enums import Answer, CaseState
from vernost.assessment.models import Case, ReviewItem
from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.measure import Unit, Value, measure, rows_of


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
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(
            rows.order_by("-closed_on", "-pk")[:most], lambda c: c.closed_on, lambda c: Decimal(1)
        ),
    )


@measure(
    "reviews_done",
    _("Clients reviewed"),
    _("How often a client was answered for in a review in the period."),
    of_many=True,
    unit=Unit.COUNT,
)
def reviews_done(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = ReviewItem.objects.filter(
        client__in=clients,
        answer__in=(Answer.CONFIRMED, Answer.CHANGED),
        answered_at__range=moments(since, until),
    )
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(
            rows.select_related("client").order_by("-answered_at", "-pk")[:most],
            lambda one: localtime(one.answered_at).date(),
            lambda one: Decimal(1),
        ),
    )
