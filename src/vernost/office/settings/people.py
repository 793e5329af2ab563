"""People: who they are, what they may, inviting and switching off."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.core.access import Action
from vernost.core.actions.access import UnableToLookAs
from vernost.core.actions.access import look_as as begin_to_look
from vernost.core.actions.access import look_away as end_to_look
from vernost.core.actions.person import UnableToSwitchOff, change_person, switch_person
from vernost.core.actions.user import create_user
from vernost.core.clock import now
from vernost.core.enums import Face, Language, Role
from vernost.core.models import User
from vernost.core.queries.company import company
from vernost.office.login.sessions import sessions_of
from vernost.office.settings.forms import PersonForm
from vernost.office.settings.invitation import invitation_for
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.looking import LOOKING_AS, may_look_as
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.MANAGE_PEOPLE)
def people(request: Request) -> HttpResponse:
    rows = User.objects.select_related("team").order_by("-is_active", "name")
    return render(request, "office/settings/people.html", {"people": rows})


@require_http_methods(["GET", "POST"])
@demand(Action.MANAGE_PEOPLE)
def invite(request: Request) -> HttpResponse:
    """The person is there at once; the page shows the link to hand over."""
    form = PersonForm(request.POST or None, initial={"language": company().language})
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = dict(form.cleaned_data)
        data["role"], data["language"] = Role(data["role"]), Language(data["language"])
        person = create_user(password=None, by=request.user, at=now(), face=Face.WEB, **data)
        return redirect("person", person.pk)
    context = {"form": form, "title": _("Invite"), "back": reverse("people")}
    return render(request, "office/shell/form.html", context)


@require_http_methods(["GET", "POST"])
@demand(Action.MANAGE_PEOPLE)
def person(request: Request, pk: int) -> HttpResponse:
    one = get_object_or_404(User, pk=pk)
    initial = {name: getattr(one, name) for name in ("name", "email", "role", "team", "hourly_rate")}
    form = PersonForm(request.POST or None, initial=initial, person=one)
    seen = Seen(request, form, one)
    try:
        if seen.write(
            lambda values: change_person(person=one, by=request.user, at=now(), face=Face.WEB, **values)
        ):
            toast(request, _("Saved."))
            return redirect("people")
    except UnableToSwitchOff:
        form.add_error("role", _("The last director stays director. Nothing was changed."))
    # Who has chosen a password needs no invitation; a new link lets who has forgotten it in again.
    link = invitation_for(request, one) if one.is_active else ""
    context = {
        "form": form,
        "seen": seen,
        "title": one.name,
        "back": reverse("people"),
        "person": one,
        "link": link,
        "sessions": sessions_of(one, current=None),
        "is_protected": is_mfa_enabled(one),
        "may_look": one.is_active and may_look_as(request.user, one),
    }
    return render(request, "office/settings/person.html", context)


@require_POST
@demand(Action.MANAGE_PEOPLE)
def switch(request: Request, pk: int) -> HttpResponse:
    """Off when on, on when off."""
    one = get_object_or_404(User, pk=pk)
    try:
        switch_person(person=one, active=not one.is_active, by=request.user, at=now(), face=Face.WEB)
    except UnableToSwitchOff:
        toast(request, _("The last director stays director and can log in. Nothing was changed."))
    else:
        text = _("%(name)s can log in again.") if one.is_active else _("%(name)s can no longer log in.")
        toast(request, text % {"name": one.name})
    return redirect("people")


@require_POST
@demand(Action.MANAGE_PEOPLE)
def look_as(request: Request, pk: int) -> HttpResponse:
    """From now on this session shows the pages of the person, until it is ended by a click."""
    one = get_object_or_404(User, pk=pk)
    try:
        begin_to_look(person=one, by=request.user, at=now(), face=Face.WEB)
    except UnableToLookAs:
        toast(
            request,
            _("One can look only as somebody who can log in and is no director. Nothing was changed."),
        )
        return redirect("person", pk)
    request.session[LOOKING_AS] = one.pk
    return redirect("today")


@require_POST
def look_away(request: Request) -> HttpResponse:
    looker = request.user.looked_at_by
    if looker is None:
        return redirect("today")
    del request.session[LOOKING_AS]
    end_to_look(person=request.user, by=looker, at=now(), face=Face.WEB)
    return redirect("person", request.user.pk)
