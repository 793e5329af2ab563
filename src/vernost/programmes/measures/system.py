"""What the whole system brings (K5): the chosen clients, the recommended ones, inquiries for advice."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, ServiceLine
from vernost.programmes.measures.bought import purchases
from vernost.programmes.measures.counted import count_of
from vernost.programmes.measures.days import moments
from vernost.programmes.measures.measure import Unit, Value, measure, measure_of
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
    return count_of(purchases(clients.filter(strategic=True), since, until), "ordered_on")


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
    return count_of(rows, "at")
