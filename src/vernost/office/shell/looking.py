"""A director looks as another person: sees his pages, changes nothing, and comes to nothing that is private.

The session stays the director's and names the person; for the time of a request the person takes the director's place.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.deprecation import MiddlewareMixin

from vernost.core.enums import Role
from vernost.core.models import User

LOOKING_AS = "looking_as"
_READING = {"GET", "HEAD", "OPTIONS"}
#: What may be sent meanwhile: the way out.
WAY_OUT = {"look_away", "logout", "account_logout"}
#: One's own affairs: logging in, keys, secret addresses, mail.
_PRIVATE = {
    "me", "change_password", "feed", "end_session", "export_file", "my_mail", "strangers", "stranger",
    "ignore_stranger", "heed_address", "api_tokens", "new_api_token", "revoke_api_token",
}  # fmt: skip
_PRIVATE_KINDS = ("mfa_", "account_", "socialaccount_", "openid_")
_PRIVATE_THINGS = ("mailbox", "letter", "outlet")
# A letter to a client, made from his card: whoever sees the client may read it.
_OPEN = {"ending_letter"}


def is_private(name: str) -> bool:
    """Whether nobody but the person himself comes to the page of this name."""
    if name in _OPEN:
        return False
    return (
        name in _PRIVATE or name.startswith(_PRIVATE_KINDS) or any(thing in name for thing in _PRIVATE_THINGS)
    )


class LookingMiddleware(MiddlewareMixin):
    """Stands behind the one that finds out who has logged in."""

    def process_request(self, request: HttpRequest) -> None:
        pk = request.session.get(LOOKING_AS)
        if pk is None or not request.user.is_authenticated:
            return
        director, person = request.user, User.objects.filter(pk=pk, is_active=True).first()
        if person is None or not may_look_as(director, person):
            del request.session[LOOKING_AS]
            return
        person.looked_at_by = director
        request.user = person

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not is_looked_at(request) or request.resolver_match is None:
            return None
        name = request.resolver_match.view_name
        if name in WAY_OUT or (request.method in _READING and not is_private(name)):
            return None
        return render(request, "office/shell/looked_at.html", {"is_private": is_private(name)}, status=403)


def may_look_as(director: User, person: User) -> bool:
    """Only a director, and not as another one."""
    return director.role == Role.DIRECTOR and person.role != Role.DIRECTOR


def is_looked_at(request: HttpRequest) -> bool:
    return getattr(request.user, "looked_at_by", None) is not None
