"""What the whole system brings (K5): the chosen clients, the recommended ones, inquiries for advice."""

from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import latest, purchases
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.measure import Unit, Value, measure, measure_of, rows_of
from vernost.voice.enums import Direction, InteractionKind
from vernost.voice.models import Interaction


@measure(
    "strategic_orders",
    _("Purchases of strategic clients"),
    _("Purchases of the period made by clients marked as strategic."),
    of_many=True,
    unit=Unit.COUNT,
)
def strategic_orders(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = purchases(clients.filter(strategic=True), since, until)
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(latest(rows, most), lambda o: o.ordered_on, lambda o: Decimal(1)),
    )


@measure(
    "recommended_profit",
    _("Profit from recommended clients"),
    _("The measure “Profit”, of clients who came by the recommendation of another."),
    of_many=True,
    unit=Unit.MONEY,
)
def recommended_profit(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    return measure_of("profit").compute(clients.filter(referred_by__isnull=False), since, until)


@measure(
    "inquiries",
    _("Inquiries for advice"),
    _("How often clients asked us something of their own accord in the period."),
    unit=Unit.COUNT,
)
def inquiries(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    rows = Interaction.objects.filter(
        client__in=clients,
        deleted_at=None,
        kind=InteractionKind.INQUIRY,
        direction=Direction.IN,
        at__range=moments(since, until),
    )
    count = rows.count()
    return Value(
        Decimal(count),
        based_on=count,
        rows=lambda most: rows_of(
            rows.order_by("-at", "-pk")[:most], lambda i: localtime(i.at).date(), lambda i: Decimal(1)
        ),
    )
