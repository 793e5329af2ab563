"""Whether a request wants a whole page or the part of it that htmx swaps in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


def is_partial(request: HttpRequest) -> bool:
    """True for htmx, except when it restores a page from the browser's history and needs the whole."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]  # set by HtmxMiddleware
    return bool(htmx) and not htmx.history_restore_request


def render_part(request: HttpRequest, template: str, part: str, context: dict[str, object]) -> HttpResponse:
    """`template`, or its partial `part` for htmx; told apart in caches."""
    name = f"{template}#{part}" if is_partial(request) else template
    response = render(request, name, context)
    patch_vary_headers(response, ["HX-Request"])
    return response
