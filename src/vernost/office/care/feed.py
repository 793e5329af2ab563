"""A person's calendar address for other programs: shown once, renewed, shut; and the calendar behind it."""

from datetime import UTC, date, datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.feed import renew_feed, revoke_feed
from vernost.care.models import Feed, Touch
from vernost.care.queries.touch import planned_of
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.secret import hash_of
from vernost.office.care.tabs import tabs_for
from vernost.office.care.words import about, asked_by
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

_AHEAD = timedelta(days=91)
_LINE = 75


@require_GET
@demand(Action.VIEW_CLIENT)
def feed(request: Request) -> HttpResponse:
    return _page(request, "")


@require_POST
@demand(Action.VIEW_CLIENT)
def renew(request: Request) -> HttpResponse:
    """The only answer that shows the address: only its hash is kept."""
    secret = renew_feed(person=request.user, by=request.user, at=now(), face=Face.WEB)
    return _page(request, request.build_absolute_uri(reverse("ics", args=[secret])))


@require_POST
@demand(Action.VIEW_CLIENT)
def revoke(request: Request) -> HttpResponse:
    revoke_feed(person=request.user, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The address is shut."))
    return redirect("feed")


@login_not_required
@require_http_methods(["GET", "HEAD"])
def ics(request: HttpRequest, secret: str) -> HttpResponse:
    """The touches of whoever the secret belongs to; 404 for a secret that is unknown or shut."""
    found = Feed.objects.select_related("person").filter(secret_hash=hash_of(secret), revoked_at=None)
    one = found.filter(person__is_active=True).first()
    if one is None:
        response = HttpResponse(status=404)
        # Django would write the path, and with it a secret, into the log.
        setattr(response, "_has_been_logged", True)  # noqa: B010
    else:
        with translation.override(one.person.language):
            touches = planned_of(one.person, until=today() + _AHEAD)
            text = calendar_of(list(touches), request.build_absolute_uri("/"), today(), now())
        response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def calendar_of(touches: list[Touch], home: str, on: date, at: datetime) -> str:
    """RFC 5545: an event of a whole day for each touch; what is late stands on today."""
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vernost//Care//EN",
        f"X-WR-CALNAME:{_escaped(_('Touches'))}",
    ]
    for touch in touches:
        day = max(touch.due_on, on)
        lines += [
            "BEGIN:VEVENT",
            f"UID:touch-{touch.pk}@vernost",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{touch.client.name}: {about(touch)}')}",
            f"DESCRIPTION:{_escaped(asked_by(touch))}",
            f"URL:{home.rstrip('/')}{touch.client.get_absolute_url()}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """At most 75 octets a line; a longer one goes on after a space, and no letter is cut in two."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LINE - bool(parts):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part]) + "\r\n"


def _page(request: Request, address: str) -> HttpResponse:
    one = Feed.objects.filter(person=request.user, revoked_at=None).first()
    context = {"feed": one, "address": address, "tabs": tabs_for(request.user, "feed")}
    response = render(request, "office/care/feed.html", context)
    if address:
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
    return response
