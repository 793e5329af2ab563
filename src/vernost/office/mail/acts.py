"""What a person does with a letter: gives it to a client, shares it, makes a task of it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vernost.assessment.actions.task import add_task
from vernost.channels.models import IncomingLetter
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.mail.forms import GivenTo, TaskForm
from vernost.office.mail.letters import letter_for, reads
from vernost.office.shell.access import client_for, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.safe import safe_address
from vernost.office.shell.toasts import toast
from vernost.voice.actions.correspondence import (
    attach_letter,
    detach_letter,
    share_all_letters,
    share_letter,
    stop_sharing,
    unshare_letter,
)
from vernost.voice.models import Correspondence


@require_POST
def give(request: Request, pk: int) -> HttpResponse:
    letter = _my_letter(request, pk)
    form = GivenTo(request.POST, user=request.user)
    if not form.is_valid():
        toast(request, _("Choose a client. Nothing was changed."))
        return redirect(letter)
    data, run = form.cleaned_data, new_run("letter")
    attach_letter(
        letter=letter,
        client=data["client"],
        contact=data["contact"],
        by=request.user,
        at=now(),
        face=Face.WEB,
        run=run,
    )
    toast(request, _("The letter belongs to %(name)s.") % {"name": data["client"].name}, undo_run=run)
    return redirect(letter)


@require_POST
def share(request: Request, pk: int) -> HttpResponse:
    link, run = _my_link(request, pk), new_run("letter")
    share_letter(correspondence=link, by=request.user, at=now(), face=Face.WEB, run=run)
    text = _("Shared: everybody who sees %(name)s sees this letter.") % {"name": link.client.name}
    toast(request, text, undo_run=run)
    return redirect(link.letter)


@require_POST
def unshare(request: Request, pk: int) -> HttpResponse:
    link, run = _my_link(request, pk), new_run("letter")
    unshare_letter(correspondence=link, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("Private again. Who has read it has read it."), undo_run=run)
    return redirect(link.letter)


@require_POST
def take_off(request: Request, pk: int) -> HttpResponse:
    link, run = _my_link(request, pk), new_run("letter")
    detach_letter(correspondence=link, by=request.user, at=now(), face=Face.WEB, run=run)
    text = _("The letter no longer belongs to %(name)s.") % {"name": link.client.name}
    toast(request, text, undo_run=run)
    return redirect(link.letter)


@require_POST
def share_all(request: Request, pk: int) -> HttpResponse:
    """My letters with the client, those to come too."""
    client, run = client_for(request.user, pk, Action.LOG_INTERACTION), new_run("letters")
    waiting = Correspondence.objects.filter(
        client=client, deleted_at=None, shared_at=None, letter__mailbox__owner=request.user
    ).count()
    share_all_letters(client=client, person=request.user, at=now(), face=Face.WEB, run=run)
    text = ngettext(
        "%(count)d letter shared; those to come are shared as they come.",
        "%(count)d letters shared; those to come are shared as they come.",
        waiting,
    )
    toast(request, text % {"count": waiting}, undo_run=run)
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))


@require_POST
def stop(request: Request, pk: int) -> HttpResponse:
    client, run = client_for(request.user, pk, Action.LOG_INTERACTION), new_run("letters")
    stop_sharing(client=client, person=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("Letters to come stay private. Shared ones stay shared."), undo_run=run)
    return redirect(safe_address(request, request.META.get("HTTP_REFERER", "")))


@require_POST
def task(request: Request, pk: int) -> HttpResponse:
    """Something to do for the client to whom the letter belongs; what it says of the letter is its title alone."""
    letter = letter_for(request.user, pk)
    link = Correspondence.objects.filter(
        pk=request.POST.get("link", "0") if request.POST.get("link", "0").isdecimal() else 0, letter=letter,
        deleted_at=None,
    ).select_related("client", "client__owner").first()  # fmt: skip
    form = TaskForm(request.POST)
    if link is None:
        raise Http404
    if not may_on(request.user, link.client, Action.LOG_INTERACTION):
        raise PermissionDenied
    if not form.is_valid():
        toast(request, _("Say what is to be done and by when. Nothing was changed."))
        return redirect(letter)
    run = new_run("task")
    add_task(
        client=link.client, case=None, person=request.user, by=request.user, at=now(), face=Face.WEB, run=run,
        **form.cleaned_data,
    )  # fmt: skip
    toast(request, _("The task is on your Today when its day comes."), undo_run=run)
    return redirect(letter)


def _my_letter(request: Request, pk: int) -> IncomingLetter:
    """404 for who may not see it, 403 for who sees it because another shared it."""
    letter = letter_for(request.user, pk)
    if not reads(request.user, letter.mailbox):
        raise PermissionDenied
    return letter


def _my_link(request: Request, pk: int) -> Correspondence:
    found = Correspondence.objects.filter(pk=pk, deleted_at=None)
    link = found.select_related("letter", "letter__mailbox", "client", "contact", "interaction").first()
    if link is None:
        raise Http404
    _my_letter(request, link.letter_id)
    return link
