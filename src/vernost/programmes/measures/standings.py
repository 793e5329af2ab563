"""What the assessments thought of clients on a day."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from vernost.assessment.models import Standing
from vernost.assessment.wording import judgement
from vernost.clients.models import Client

# Who has bought of us and is not gone.
BUYERS = ("first_order", "repeat", "regular", "slipping", "won_back")
GONE = ("lost", "ended")


def standings(clients: QuerySet[Client], on: date) -> QuerySet[Standing]:
    """One a client; none before the first judged day."""
    then = Standing.objects.filter(client__in=clients, since_on__lte=on)
    return then.filter(Q(until_on=None) | Q(until_on__gt=on))


def stage_words(one: Standing) -> str:
    return gettext(judgement.STAGES[one.stage])


def loyalty_words(one: Standing) -> str:
    return gettext(judgement.LOYALTY[one.loyalty])
