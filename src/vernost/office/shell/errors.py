"""Error pages: what happened, that nothing was lost, what to do. They need no database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"status": status, "title": title, "text": text}
    return render(request, "office/shell/error.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    text = _(
        "There is no such page, or it is not among your clients. Nothing was changed. Go back or search."
    )
    return _page(request, 404, _("Not found"), text)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    text = _("Your role does not allow this. Nothing was changed. Ask a director if you need it.")
    return _page(request, 403, _("Not allowed"), text)


def too_often(request: HttpRequest, text: str) -> HttpResponse:
    return _page(request, 429, _("A little slower"), text)


def broken(request: HttpRequest) -> HttpResponse:
    text = _(
        "Something broke on our side. What you had saved before is safe. "
        "Try again; if it happens again, tell who runs the program."
    )
    return _page(request, 500, _("Something broke"), text)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    text = _(
        "The form was open for too long or came from another page. Nothing was changed. "
        "Go back, reload the page and send it again."
    )
    return _page(request, 403, _("The form has grown old"), text)
