from django.http import HttpRequest

from vernost.core.models import ApiToken, User


class Request(HttpRequest):
    """A request that came with a token: `auth` is its owner, held to what the token opens."""

    auth: User
    token: ApiToken
