"""Whose work a page shows: one's own or that of all whose clients one sees (clients/queries/whose.py)."""

from django.utils.translation import gettext as _

from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def whose_tabs(user: User, owner: User | None) -> list[tuple[str, str, bool]]:
    if scope_of(user, Action.VIEW_CLIENT) is Scope.OWN:
        return []
    return [
        (_("mine"), "?whose=me", owner is not None),
        (_("all that I see"), "?whose=all", owner is None),
    ]
