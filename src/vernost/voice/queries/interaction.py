from django.db.models import QuerySet

from vernost.clients.queries import client as client_queries
from vernost.core.models import User
from vernost.voice.models import Interaction


def visible_to(user: User) -> QuerySet[Interaction]:
    """Interactions with clients that `user` may see."""
    return Interaction.objects.filter(deleted_at=None, client__in=client_queries.visible_to(user))
