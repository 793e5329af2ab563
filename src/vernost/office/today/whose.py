"""Whose work a page shows: one's own or that of all whose clients one sees."""

from django.utils.translation import gettext as _

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def whose(user: User, asked: str) -> User | None:
    """Himself, or None for all that he sees; who owns no client sees all unless he asks for his own."""
    if scope_of(user, Action.VIEW_CLIENT) is Scope.OWN or asked == "me":
        return user
    if asked == "all":
        return None
    return user if user.clients.filter(deleted_at=None).exists() else None


def whose_tabs(user: User, owner: User | None) -> list[tuple[str, str, bool]]:
    if scope_of(user, Action.VIEW_CLIENT) is Scope.OWN:
        return []
    return [
        (_("mine"), "?whose=me", owner is not None),
        (_("all that I see"), "?whose=all", owner is None),
    ]
