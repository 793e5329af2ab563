"""What was dealt with clients, of one kind at a time: orders, invoices, payments, people."""

from django.db.models import Model, QuerySet

from vernost.clients.queries.client import reachable_by, removed
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def of_clients[T: Model](model: type[T], user: User, action: Action) -> QuerySet[T]:
    """Records of `model`, which hang on clients, of those with whom `user` may do `action`; nothing removed."""
    kept = model._default_manager.filter(deleted_at=None)
    if scope_of(user, action) is Scope.ALL:
        return kept.exclude(client__in=removed())
    return kept.filter(client__in=reachable_by(user, action))
