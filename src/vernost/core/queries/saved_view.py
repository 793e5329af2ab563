from django.db.models import Q

from vernost.core.enums import Sharing
from vernost.core.models import SavedView, User
from vernost.core.queries.prepared import Prepared

# Who has no team is asked for with this number, which no team has.
_NO_TEAM = 0
_VIEWS = Prepared(
    lambda list_name, owner, team: (
        SavedView.objects.filter(
            Q(owner=owner) | Q(sharing=Sharing.ALL) | Q(sharing=Sharing.TEAM, owner__team_id=team),
            list_name=list_name,
        )
        .select_related("owner")
        .order_by("name", "id")
    )
)


def views_for(user: User, list_name: str) -> list[SavedView]:
    """Own views, those of the team and those for everybody, by name."""
    return _VIEWS.records(list_name, user.pk, user.team_id or _NO_TEAM)
