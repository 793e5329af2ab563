"""The list of touches, and what a person does with one."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from vernost.care.actions.touch import (
    TouchIsClosed,
    finish_touch,
    hand_over_touch,
    move_touch,
    release_touch,
    skip_touch,
)
from vernost.care.models import Touch
from vernost.care.queries.touch import reachable_by, visible_to
from vernost.clients.queries.client import reachable_by as clients_reachable_by
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.care.lists import touch_list
from vernost.office.care.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.ui.lists import show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def touches(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        touch_list(request.user),
        visible_to(request.user),
        template="office/care/touches.html",
        empty_template="office/care/no_touches.html",
        name="touches",
        may_export=may(request.user, Action.EXPORT),
        tabs=tabs_for(request.user, "touches"),
    )


@require_GET
def touch(request: Request, pk: int) -> HttpResponse:
    """Leads to the client, with whom everything can be done."""
    one = visible_to(request.user).filter(pk=pk).select_related("client").first()
    if one is None:
        raise Http404
    return redirect(one.client)


class Moved(forms.Form):
    day = forms.DateField(label=gettext_lazy("Day"))

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day < today():
            raise forms.ValidationError(_("This day is past. Choose today or a later one."))
        return day


class HandedOver(forms.Form):
    person = forms.ModelChoiceField(
        label=gettext_lazy("Person"), queryset=User.objects.filter(is_active=True)
    )

    def __init__(self, *args: Any, touch: Touch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._client_id = touch.client_id

    def clean_person(self) -> User:
        person: User = self.cleaned_data["person"]
        if not clients_reachable_by(person, Action.LOG_INTERACTION).filter(pk=self._client_id).exists():
            raise forms.ValidationError(
                _("%(name)s does not see this client. Choose somebody who does, or hand the client over.")
                % {"name": person.name}
            )
        return person


class Skipped(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)


@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    return _act(request, pk, finish_touch, _("Done and written down."))


@require_POST
def move(request: Request, pk: int) -> HttpResponse:
    one = _touch_for(request.user, pk)
    form = Moved(request.POST)
    if not form.is_valid():
        return _refused(request, form)
    return _act(request, one.pk, move_touch, _("Moved."), to=form.cleaned_data["day"])


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    one = _touch_for(request.user, pk)
    form = HandedOver(request.POST, touch=one)
    if not form.is_valid():
        return _refused(request, form)
    person = form.cleaned_data["person"]
    return _act(
        request, one.pk, hand_over_touch, _("Handed over to %(name)s.") % {"name": person.name}, to=person
    )


@require_POST
def skip(request: Request, pk: int) -> HttpResponse:
    one = _touch_for(request.user, pk)
    form = Skipped(request.POST)
    if not form.is_valid():
        return _refused(request, form)
    return _act(request, one.pk, skip_touch, _("Skipped this time."), reason=form.cleaned_data["reason"])


@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    return _act(request, pk, release_touch, _("Planned in spite of the limit."))


def _act(request: Request, pk: int, action: Any, text: str, **given: Any) -> HttpResponse:
    one = _touch_for(request.user, pk)
    run = new_run("touch")
    try:
        action(touch=one, by=request.user, at=now(), face=Face.WEB, run=run, **given)
    except TouchIsClosed:
        toast(request, _("Somebody has closed this touch meanwhile. Nothing was changed."))
    else:
        toast(request, text, undo_run=run)
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))


def _touch_for(user: User, pk: int) -> Touch:
    """404 when `user` may not see the client; 403 when he may not do anything with it."""
    if not visible_to(user).filter(pk=pk).exists():
        raise Http404
    one = reachable_by(user).filter(pk=pk).first()
    if one is None:
        raise PermissionDenied
    return one


def _refused(request: Request, form: forms.Form) -> HttpResponse:
    """Says what is wrong; nothing was changed."""
    said = " ".join(str(error) for errors in form.errors.values() for error in errors)
    toast(request, f"{said} {_('Nothing was changed.')}")
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))
