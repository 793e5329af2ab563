"""Middleware: whoever opened a client's pages, or took a file out, stands in the log of access to personal data."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from vernost.clients.models import Client
from vernost.core.actions.privacy import note_opening, note_reading
from vernost.core.clock import now, today
from vernost.core.enums import Reading
from vernost.core.models import User

if TYPE_CHECKING:
    from django.urls import ResolverMatch

type Answer = Callable[[HttpRequest], HttpResponse]

_OK = 200
# Files that hold nobody's data, or only one's own.
NOBODYS = {"import_sample", "mfa_download_recovery_codes", "register", "ics", "feed"}


def note_access(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "GET" and response.status_code == _OK and request.resolver_match:
            # Only what the request has loaded already: no page waits for a session that it did not need.
            given = vars(request).get("user")
            user = given if type(given) is User else getattr(request, "_cached_user", None)
            if isinstance(user, User):
                _note(user, request.resolver_match, response)
        return response

    return answer


def _note(user: User, page: "ResolverMatch", response: HttpResponseBase) -> None:
    by = user.looked_at_by or user
    if response.get("Content-Disposition", "").startswith("attachment"):
        if page.view_name not in NOBODYS:
            pk = page.kwargs.get("pk")
            note_reading(
                by=by, what=Reading.EXPORTED, kind=page.view_name, object_id=pk, on=today(), at=now()
            )
        return
    for number in user.opened_clients:
        note_opening(by=by, kind=Client._meta.label_lower, object_id=number, on=today(), at=now())
