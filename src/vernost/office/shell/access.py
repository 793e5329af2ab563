"""How a view asks whether the person may: by role (`demand`) and by object (`client_for`)."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase

from vernost.clients.models import Client
from vernost.clients.queries.client import in_recycle_bin, reachable_by, seen_by
from vernost.core.access import Action, Scope, may_on_owned, scope_of
from vernost.core.models import User
from vernost.office.shell.http import Request

type View = Callable[..., HttpResponseBase]


def may(user: User, action: Action) -> bool:
    """Whether `user` may do `action` on anything at all: for menus and buttons."""
    return scope_of(user, action) is not Scope.NONE


def demand(action: Action) -> Callable[[View], View]:
    """A view for those alone whose role may do `action` on something; others get 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
            if not may(request.user, action):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def client_for(user: User, pk: int, action: Action = Action.VIEW_CLIENT) -> Client:
    """The client `pk`: 404 when `user` may not see it, so that nobody learns that it is there; 403 when he sees
    it and may not do `action`.
    """
    client = seen_by(user, pk)
    if client is None:
        raise Http404
    if action is not Action.VIEW_CLIENT and not reachable_by(user, action).filter(pk=pk).exists():
        raise PermissionDenied
    user.opened_clients.add(client.pk)
    return client


def removed_client_for(user: User, pk: int) -> Client:
    """The client `pk` out of the recycle bin, or 404."""
    client = in_recycle_bin(user).filter(pk=pk).first()
    if client is None:
        raise Http404
    return client


def may_on(user: User, client: Client, action: Action) -> bool:
    """Whether `user` may do `action` with `client`, who is not removed: for buttons."""
    team = client.owner.team_id if client.owner and scope_of(user, action) is Scope.TEAM else None
    return may_on_owned(user, action, owner_id=client.owner_id, owner_team_id=team)
