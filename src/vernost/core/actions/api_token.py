from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face, TokenScope
from vernost.core.models import ApiToken, User
from vernost.core.secret import hash_of, new_secret

# By which a scanner of files and letters knows what it has found.
PREFIX = "vernost_"
# The last use is noted so often: each note is a write.
_NOTED_EVERY = timedelta(minutes=1)


def issue_api_token(
    *,
    owner: User,
    name: str,
    scopes: Iterable[TokenScope],
    expires_at: datetime,
    by: User,
    at: datetime,
    face: Face,
) -> tuple[ApiToken, str]:
    """A new token and its secret, which is never shown again. Who may change may read: the scope is added."""
    secret = PREFIX + new_secret()
    token = ApiToken(
        owner=owner,
        name=name,
        scopes=_with_reading(scopes),
        secret_hash=hash_of(secret),
        created_at=at,
        expires_at=expires_at,
    )
    return create_record(record=token, by=by, at=at, face=face), secret


def _with_reading(scopes: Iterable[TokenScope]) -> list[str]:
    """The scopes in their order, with the reading one of each area that is written to."""
    areas = {scope.partition(":")[0] for scope in scopes if scope.endswith(":write")}
    held = set(scopes) | {TokenScope(f"{area}:read") for area in areas}
    return [scope.value for scope in TokenScope if scope in held]


def revoke_api_token(*, token: ApiToken, by: User, at: datetime, face: Face) -> ApiToken:
    """Shut at once and for good; nothing happens when it is shut already."""
    if token.revoked_at is not None:
        return token
    return change_record(record=token, values={"revoked_at": at}, by=by, at=at, face=face)


def note_use_of_api_token(*, token: ApiToken, at: datetime) -> None:
    """When it was used last, to the minute."""
    old = Q(last_used_at=None) | Q(last_used_at__lt=at - _NOTED_EVERY)
    if token.last_used_at is None or token.last_used_at < at - _NOTED_EVERY:
        ApiToken.objects.filter(old, pk=token.pk).update(last_used_at=at)
