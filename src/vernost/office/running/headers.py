"""What goes with every answer: it is kept by nobody on the way, and no page of ours needs the device's senses."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

type Answer = Callable[[HttpRequest], HttpResponse]

_SENSES = ("camera", "microphone", "geolocation", "payment", "usb", "serial", "bluetooth")
_PERMISSIONS = ", ".join(f"{one}=()" for one in _SENSES)


def keep_private(get_response: Answer) -> Answer:
    """Middleware. A page with clients stays in no cache, not that of the next person at the same computer either."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", _PERMISSIONS)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answer
