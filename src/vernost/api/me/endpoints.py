from typing import Any

from ninja import Router

from vernost.api.me.schemas import Me
from vernost.api.shell.http import Request
from vernost.api.shell.token import Token

operations = Router(tags=["me"])


@operations.get(
    "/me", auth=Token(None, None), response=Me, operation_id="me", summary="Whose token this is, and for what"
)
def me(request: Request) -> dict[str, Any]:
    """Whose token this is, and for what. Any living token may ask: so a program sees that the API is there."""
    token = request.token
    return {
        "id": request.auth.pk,
        "name": request.auth.name,
        "role": request.auth.role,
        "token": token.name,
        "scopes": token.scopes,
        "expires_at": token.expires_at,
    }
