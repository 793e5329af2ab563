"""What hangs on a client: who sees the client sees it, who may do `action` with the client may change it."""

from django.db.models import Model

from vernost.api.shell.problems import Code, Refusal
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.models import User


def record_for[T: Model](model: type[T], person: User, pk: int, *, seen: Action, action: Action) -> T:
    """Not found when `person` may not see it by `seen`; not allowed when he sees it and may not do `action`."""
    record = of_clients(model, person, seen).select_related("client__owner").filter(pk=pk).first()
    if record is None:
        raise Refusal(Code.NOT_FOUND)
    if action is not seen and not of_clients(model, person, action).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return record
