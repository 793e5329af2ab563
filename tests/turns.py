"""Requests one after another: in a browser test all threads of the server share the one connection to SQLite's
database in memory, and two statements at once on it fail."""

from collections.abc import Callable
from threading import RLock

from django.http import HttpRequest, HttpResponse

_turn = RLock()


def take_turns(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware for the settings of the tests."""

    def respond_in_turn(request: HttpRequest) -> HttpResponse:
        with _turn:
            return respond(request)

    return respond_in_turn
