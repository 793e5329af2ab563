"""Searching and exporting cost much: nobody does it so often that the others wait."""

from time import monotonic
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import ngettext

from vernost.core.turns import turns
from vernost.office.shell.errors import too_often
from vernost.ui.lists.export import FORMATS

_SECONDS_IN_MINUTE = 60


class LimitsMiddleware(MiddlewareMixin):
    """Stands behind the one that finds out who has logged in. `VERNOST_LIMITS` is {what: (how many, seconds)}."""

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        what = costly(request)
        if what not in settings.VERNOST_LIMITS or not request.user.is_authenticated:
            return None
        # Who looks as another uses up his own turns.
        person = getattr(request.user, "looked_at_by", None) or request.user
        most, within = settings.VERNOST_LIMITS[what]
        seconds = turns.wait(what, person.pk, most=most, within=within, at=monotonic())
        return _refusal(request, most, within, seconds) if seconds else None


def costly(request: HttpRequest) -> str:
    """What of the limited things is asked for, or an empty text."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if name == "search":
        return "search"
    everything = name == "exports" and request.method == "POST"
    return "export" if everything or request.GET.get("format") in FORMATS else ""


def _refusal(request: HttpRequest, most: int, within: float, seconds: float) -> HttpResponse:
    minutes = max(1, round(within / _SECONDS_IN_MINUTE))
    said = ngettext(
        "More than %(most)s times within a minute is more than anybody needs, and the others would wait.",
        "More than %(most)s times within %(minutes)s minutes is more than anybody needs, and the others would wait.",
        minutes,
    ) % {"most": most, "minutes": minutes}
    whole = int(seconds) + 1
    again = ngettext(
        "Nothing was changed. Go on in %(seconds)s second.", "Nothing was changed. Go on in %(seconds)s seconds.",
        whole,
    ) % {"seconds": whole}  # fmt: skip
    text = f"{said} {again}"
    page = request.accepts("text/html")
    response = too_often(request, text) if page else JsonResponse({"said": text}, status=429)
    response["Retry-After"] = str(whole)
    return response
