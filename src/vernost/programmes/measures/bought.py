"""Orders that count: neither removed nor cancelled. Others than returns are purchases."""

from datetime import date

from django.db.models import QuerySet

from vernost.clients.enums import OrderStatus
from vernost.clients.models import Client, Order


def ordered(clients: QuerySet[Client], since: date, until: date) -> QuerySet[Order]:
    rows = Order.objects.filter(client__in=clients, deleted_at=None, ordered_on__range=(since, until))
    return rows.exclude(status=OrderStatus.CANCELLED)


def purchases(clients: QuerySet[Client], since: date, until: date) -> QuerySet[Order]:
    return ordered(clients, since, until).filter(amount__gt=0)
