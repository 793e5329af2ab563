"""The audit log as a person may read it."""

from django.db.models import QuerySet

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import AuditEntry, User


def entries_for(user: User) -> QuerySet[AuditEntry]:
    """All entries, those of the team, or one's own; newest first."""
    entries = AuditEntry.objects.select_related("by").order_by("-pk")
    match scope_of(user, Action.VIEW_AUDIT):
        case Scope.ALL:
            return entries
        case Scope.TEAM if user.team_id:
            return entries.filter(by__team_id=user.team_id)
        case Scope.TEAM | Scope.OWN:
            return entries.filter(by=user)
        case _:
            return entries.none()
