"""A line in the log per request: which page, how it ended, how long it took. No address, no name, no path."""

import logging
from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

_log = logging.getLogger("vernost.requests")

type Answer = Callable[[HttpRequest], HttpResponse]


def log_requests(get_response: Answer) -> Answer:
    """Middleware. The number of the request is sent as `X-Request-Id`, so that a person can name it."""

    def answer(request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        number = uuid4().hex[:12]
        response = get_response(request)
        response["X-Request-Id"] = number
        match = request.resolver_match
        _log.info(
            "request",
            extra={
                "request_id": number,
                "method": request.method,
                "page": match.view_name if match else "",
                "status": response.status_code,
                "milliseconds": round((perf_counter() - began) * 1000, 1),
            },
        )
        return response

    return answer
