"""What the assessments thought of clients on a day."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from vernost.assessment.models import Standing
from vernost.assessment.wording import judgement
from vernost.clients.models import Client
from vernost.programmes.measures.measure import Row

# Who has bought of us and is not gone.
BUYERS = ("first_order", "repeat", "regular", "slipping", "won_back")
GONE = ("lost", "ended")


def standings(clients: QuerySet[Client], on: date) -> QuerySet[Standing]:
    """One a client; none before the first judged day."""
    then = Standing.objects.filter(client__in=clients, since_on__lte=on)
    return then.filter(Q(until_on=None) | Q(until_on__gt=on))


def stage_rows(found: QuerySet[Standing], adds: str = "") -> Callable[[int], list[Row]]:
    """The latest first; with the stage `adds` the others were looked at and add nothing."""

    def rows(most: int) -> list[Row]:
        return [
            Row(
                one.since_on,
                one.client_id,
                gettext(judgement.STAGES[one.stage]),
                Decimal(1) if adds in ("", one.stage) else None,
                one,
            )
            for one in found.order_by("-since_on", "-pk")[:most]
        ]

    return rows
