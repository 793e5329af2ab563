"""Around every address of the API: its language, no login page, and the common shape of errors."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import get_supported_language_variant, parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from vernost.api.shell.problems import Code, Refusal, problem

type View = Callable[..., HttpResponseBase]


def behind_the_door(view: View) -> View:
    """Tokens open an address here, sessions do not: there is nothing that a forged form could misuse."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(_language_of(request)):
            response = view(request, *args, **kwargs)
            if isinstance(response, HttpResponseNotAllowed):
                allowed = ", ".join(sorted(response["Allow"].split(", ")))
                response = problem(Refusal(Code.NO_SUCH_METHOD))
                response["Allow"] = allowed
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        return response

    return csrf_exempt(login_not_required(answer))


def nothing_here(_request: HttpRequest, rest: str) -> HttpResponse:
    return problem(Refusal(Code.NOT_FOUND))


def _language_of(request: HttpRequest) -> str:
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
