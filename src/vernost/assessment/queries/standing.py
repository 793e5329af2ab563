"""Where a client stood when, by the program's word."""

from django.db.models import QuerySet

from vernost.assessment.models import Standing
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def visible_to(user: User) -> QuerySet[Standing]:
    """Those of the clients that `user` may see."""
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return Standing.objects.exclude(client__in=client_queries.removed())
    return Standing.objects.filter(client__in=client_queries.visible_to(user))
