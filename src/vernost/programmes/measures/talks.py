"""Contacts that reached somebody."""

from datetime import date

from django.db.models import QuerySet

from vernost.clients.models import Client
from vernost.programmes.measures.days import moments
from vernost.voice.enums import Outcome
from vernost.voice.models import Interaction


def talks(clients: QuerySet[Client], since: date, until: date) -> QuerySet[Interaction]:
    rows = Interaction.objects.filter(client__in=clients, deleted_at=None, at__range=moments(since, until))
    return rows.exclude(outcome=Outcome.NO_ANSWER)
