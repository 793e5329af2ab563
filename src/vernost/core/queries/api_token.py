from datetime import datetime

from django.db.models import QuerySet

from vernost.core.access import opened_by
from vernost.core.enums import TokenScope
from vernost.core.models import ApiToken, User
from vernost.core.secret import hash_of


def living_api_token(secret: str, *, at: datetime) -> ApiToken | None:
    """The token of this secret, with its owner held to what it opens; None when it is unknown, shut or past its day, or
    its owner was switched off.
    """
    found = ApiToken.objects.select_related("owner").filter(
        secret_hash=hash_of(secret), revoked_at=None, expires_at__gt=at, owner__is_active=True
    )
    token = found.first()
    if token is not None:
        token.owner.held_to = opened_by(scopes_of(token))
    return token


def scopes_of(token: ApiToken) -> list[TokenScope]:
    """Those that this version knows."""
    return [TokenScope(one) for one in token.scopes if one in TokenScope.values]


def api_tokens(*, at: datetime) -> QuerySet[ApiToken]:
    """Everybody's that open something, or will when their owners may come in again; the newest first."""
    living = ApiToken.objects.filter(revoked_at=None, expires_at__gt=at).select_related("owner")
    return living.order_by("-created_at", "-pk")


def api_tokens_of(person: User, *, at: datetime) -> QuerySet[ApiToken]:
    return api_tokens(at=at).filter(owner=person)
