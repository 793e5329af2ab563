from django.db.models import Q, QuerySet

from vernost.core.enums import Sharing
from vernost.core.models import SavedView, User


def views_for(user: User, list_name: str) -> QuerySet[SavedView]:
    """Own views, those of the team and those for everybody, by name."""
    shared = Q(owner=user) | Q(sharing=Sharing.ALL)
    if user.team_id:
        shared |= Q(sharing=Sharing.TEAM, owner__team_id=user.team_id)
    views = SavedView.objects.filter(shared, list_name=list_name)
    return views.select_related("owner").order_by("name", "id")
