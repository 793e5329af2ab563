"""Where a client stood when, by the program's word."""

from django.db.models import QuerySet

from vernost.assessment.models import Standing
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User


def visible_to(user: User) -> QuerySet[Standing]:
    """Those of the clients that `user` may see."""
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, Standing.objects.all())
