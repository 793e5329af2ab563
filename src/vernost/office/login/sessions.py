"""Where a person is logged in, and how he is logged out there."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vernost.core.access import Action
from vernost.core.actions.access import end_sessions
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.login.browsers import browser_name
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@dataclass(frozen=True)
class Session:
    pk: int
    address: str
    browser: str
    began_at: datetime
    is_current: bool


def sessions_of(person: User, *, current: str | None) -> list[Session]:
    """The living ones, the newest first; `current` is the key of the one that asks."""
    living = UserSession.objects.purge_and_list(person)
    return sorted(
        (
            Session(s.pk, s.ip, browser_name(s.user_agent), s.created_at, s.session_key == current)
            for s in living
        ),
        key=lambda one: one.began_at,
        reverse=True,
    )


@require_POST
def end_own(request: Request) -> HttpResponse:
    """The one that is named, or all but this."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    if request.POST.get("session", "").isdecimal():
        others = others.filter(pk=request.POST["session"])
    ended = end_sessions(person=request.user, sessions=list(others), by=request.user, at=now(), face=Face.WEB)
    toast(request, _said(ended))
    return redirect("me")


@require_POST
@demand(Action.MANAGE_PEOPLE)
def end_of_person(request: Request, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    sessions = list(UserSession.objects.filter(user=person))
    ended = end_sessions(person=person, sessions=sessions, by=request.user, at=now(), face=Face.WEB)
    toast(request, _said(ended))
    return redirect("person", pk)


def _said(ended: int) -> str:
    if not ended:
        return _("Nobody was logged in elsewhere.")
    return ngettext("Logged out in %(count)d place.", "Logged out in %(count)d places.", ended) % {
        "count": ended
    }
