from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User


def whose(user: User, asked: str) -> User | None:
    """Whose work is shown: himself, or None for all that he sees. "me" asks for his own, "all" for all; else who
    owns no client sees all.
    """
    if scope_of(user, Action.VIEW_CLIENT) is Scope.OWN or asked == "me":
        return user
    if asked == "all":
        return None
    return user if user.clients.filter(deleted_at=None).exists() else None
