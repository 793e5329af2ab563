"""Every exception that an operation may meet, as the problem that a program is told."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from vernost.api.shell.problems import Code, Refusal, Wrong, problem
from vernost.api.shell.wording import what_is_wrong
from vernost.api.shell.words import words
from vernost.assessment.wording.policy import objection_text
from vernost.core.actions.record import ChangedMeanwhile
from vernost.core.gates import GateRefused
from vernost.core.wrong import WrongValues

_log = logging.getLogger("vernost.api")

# What means the same whatever the operation.
_CODES: dict[type[Exception], Code] = {
    Http404: Code.NOT_FOUND,
    PermissionDenied: Code.NOT_ALLOWED,
    ChangedMeanwhile: Code.CHANGED_MEANWHILE,
    IntegrityError: Code.IMPOSSIBLE,
    RequestDataTooBig: Code.TOO_LARGE,
    SuspiciousOperation: Code.NOT_JSON,
    HttpError: Code.NOT_JSON,
}


def refuse_in_words(api: NinjaAPI) -> None:
    """Registers them all: no error leaves the API in another shape."""
    handlers: dict[type[Exception], Any] = {kind: _always(code) for kind, code in _CODES.items()} | {
        Refusal: _refused,
        ValidationError: _wrong_values,
        WrongValues: _refused_by_action,
        GateRefused: _refused_by_policy,
        Exception: _broken,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _always(code: Code) -> Any:
    return lambda _request, _error: problem(Refusal(code))


def _refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    response = problem(refusal)
    if refusal.code is Code.NO_TOKEN:
        response["WWW-Authenticate"] = "Bearer"
    if "wait" in refusal.said:
        response["Retry-After"] = str(refusal.said["wait"])
    return response


def _wrong_values(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [Wrong(where=_place(one["loc"]), what=what_is_wrong(one)) for one in error.errors]
    return problem(Refusal(Code.WRONG_VALUES, errors=errors))


def _place(parts: tuple[str | int, ...]) -> str:
    """`body.name`: the name of the operation's own argument is nothing to a program."""
    source, *path = parts
    return ".".join(str(one) for one in (source, *(path[1:] if source == "body" else path)))


def _refused_by_action(_request: HttpRequest, refused: WrongValues) -> HttpResponse:
    errors = [Wrong(where=f"body.{column}", what=str(what)) for column, what in refused.found.items()]
    return problem(Refusal(Code.WRONG_VALUES, errors=errors))


def _refused_by_policy(_request: HttpRequest, refused: GateRefused) -> HttpResponse:
    said = words()
    errors = [
        Wrong(where="body", what=objection_text(said, one.code, one.found, one.allowed))
        for one in refused.objections
    ]
    return problem(Refusal(Code.REFUSED_BY_POLICY, errors=errors))


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    page = request.resolver_match.view_name if request.resolver_match else ""
    _log.error("an operation of the API broke", exc_info=error, extra={"page": page})
    return problem(Refusal(Code.BROKEN))
