"""The log of outgoing letters and what a person does with one."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.care.queries.client_letter import changeable_by, letters_for
from vernost.channels.actions.letter import (
    UnableToChangeLetter,
    cancel_letters,
    retry_letter,
    settle_letter,
)
from vernost.channels.enums import LetterState, Trouble
from vernost.channels.models import Letter
from vernost.channels.tasks import request_delivery
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.letters.lists import letter_list, state_badge, why
from vernost.office.letters.tabs import tabs_for
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.lists import show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def letters(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        letter_list(request.user),
        letters_for(request.user),
        template="office/letters/letters.html",
        name="letters",
        may_export=may(request.user, Action.EXPORT),
        tabs=tabs_for(request.user, "letters"),
        empty_template="office/letters/no_letters.html",
    )


@require_GET
@demand(Action.VIEW_CLIENT)
def letter(request: Request, pk: int) -> HttpResponse:
    found = letters_for(request.user).select_related("behind__client", "behind__mailing", "person")
    one = found.filter(pk=pk).first()
    if one is None:
        raise Http404
    context = {
        "letter": one,
        "behind": getattr(one, "behind", None),
        "state": state_badge(one),
        "why": why(one),
        "may_change": changeable_by(request.user).filter(pk=pk).exists(),
        "may_retry": one.state == LetterState.FAILED and one.trouble != Trouble.AGAIN,
        "is_unsure": one.state == LetterState.UNSURE,
        "is_waiting": one.state == LetterState.QUEUED,
    }
    return render(request, "office/letters/letter.html", context)


@require_POST
@demand(Action.WRITE_LETTER)
def retry(request: Request, pk: int) -> HttpResponse:
    one = _changeable(request, pk)
    try:
        retry_letter(letter=one, by=request.user, at=now(), face=Face.WEB)
    except UnableToChangeLetter as refused:
        toast(request, str(refused))
    else:
        request_delivery(request.user)
        toast(request, _("The letter is tried again."))
    return redirect("letter", pk)


@require_POST
@demand(Action.WRITE_LETTER)
def settle(request: Request, pk: int) -> HttpResponse:
    """What became of an unsure letter: `arrived` is yes or no."""
    one, arrived = _changeable(request, pk), request.POST.get("arrived") == "yes"
    try:
        anew = settle_letter(letter=one, arrived=arrived, by=request.user, at=now(), face=Face.WEB)
    except UnableToChangeLetter as refused:
        toast(request, str(refused))
        return redirect("letter", pk)
    request_delivery(request.user)
    toast(
        request,
        _("Noted: it arrived.") if arrived else _("The letter was written anew and waits to be sent."),
    )
    return redirect("letter", anew.pk if anew.pk and not arrived else pk)


@require_POST
@demand(Action.WRITE_LETTER)
def cancel(request: Request, pk: int) -> HttpResponse:
    one = Letter.objects.filter(pk=_changeable(request, pk).pk)
    stopped = cancel_letters(letters=one, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The letter stays here.") if stopped else str(UnableToChangeLetter()))
    return redirect("letter", pk)


def _changeable(request: Request, pk: int) -> Letter:
    """404 for what he may not see, 403 for what he may not change."""
    one = letters_for(request.user).filter(pk=pk).first()
    if one is None:
        raise Http404
    if not changeable_by(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    return one
