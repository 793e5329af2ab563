from datetime import date

from django.db.models import F, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, Invoice, ServiceLine
from vernost.programmes.measures.counted import one_if, percent
from vernost.programmes.measures.measure import Row, Unit, Unknown, Value, measure, rows_of


@measure(
    "paid_on_time",
    _("Invoices paid on time"),
    _("Of the invoices due in the period, those paid in full by their day."),
    unit=Unit.PERCENT,
)
def paid_on_time(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    due = Invoice.objects.filter(client__in=clients, deleted_at=None, due_on__range=(since, until))
    by_day = Q(
        payments__deleted_at=None, payments__paid_on__lte=F("due_on"), payments__currency=F("currency")
    )
    # Marked as paid by its day, or unmarked with payments by its day that make up the sum.
    kept = due.annotate(paid=Sum("payments__amount", filter=by_day)).filter(
        Q(paid_on__lte=F("due_on")) | Q(paid_on=None, paid__gte=F("amount"))
    )
    count = due.count()
    if not count:
        return Value(None, Unknown.NO_INVOICES)
    on_time = kept.values("pk")

    def rows(most: int) -> list[Row]:
        good = set(on_time.values_list("pk", flat=True))
        return rows_of(
            due.order_by("-due_on", "-pk")[:most],
            lambda one: one.due_on,
            lambda one: one_if(one.pk in good),
        )

    return Value(percent(kept.count(), count), based_on=count, rows=rows)
