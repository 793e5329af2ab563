"""Who asks: the owner of the token in `Authorization: Bearer …`. Session cookies open nothing here."""

from math import ceil
from time import monotonic
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from ninja.security import HttpBearer

from vernost.api.shell.problems import Code, Refusal
from vernost.core.access import Action, Scope, scope_of
from vernost.core.actions.api_token import note_use_of_api_token
from vernost.core.clock import now
from vernost.core.enums import TokenScope
from vernost.core.models import User
from vernost.core.queries.api_token import living_api_token, scopes_of
from vernost.core.turns import turns

_MINUTE = 60


class Token(HttpBearer):
    """Lets in whoever has a token with `scope` and, by his role, `right` on something."""

    def __init__(self, scope: TokenScope | None, right: Action | None) -> None:
        super().__init__()
        self.scope, self.right = scope, right

    def __call__(self, request: HttpRequest) -> User:
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        return self.authenticate(request, secret.strip() if scheme.lower() == "bearer" else "")

    def authenticate(self, request: HttpRequest, token: str) -> User:
        at = now()
        found = living_api_token(token, at=at) if token else None
        if found is None:
            raise Refusal(Code.NO_TOKEN)
        if not request.headers.get("Accept-Language"):
            translation.activate(found.owner.language)
        most = settings.VERNOST_API_LIMIT
        wait = turns.wait("api", found.pk, most=most, within=_MINUTE, at=monotonic())
        if wait:
            raise Refusal(Code.TOO_OFTEN, limit=most, wait=ceil(wait))
        note_use_of_api_token(token=found, at=at)
        if self.scope is not None and self.scope not in scopes_of(found):
            raise Refusal(Code.SCOPE_MISSING, scope=self.scope.value)
        person = found.owner
        if self.right is not None and scope_of(person, self.right) is Scope.NONE:
            raise Refusal(Code.NOT_ALLOWED)
        _belongs_to(request, person, found)
        return person


def _belongs_to(request: Any, person: User, token: Any) -> None:
    """Whoever comes with a session beside the token is the token's owner all the same."""
    request.user, request.token = person, token
