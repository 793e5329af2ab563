"""Answering an idea: discussed, accepted, declined, done, opened again; and the author's reading of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.ideas.forms import AcceptForm, DeclineForm, DoneForm
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast, toast_faults
from vernost.programmes.actions.idea import (
    UnableToAnswer,
    accept_idea,
    decline_idea,
    discuss_idea,
    finish_idea,
    read_answer,
    reopen_idea,
)
from vernost.programmes.enums import UNANSWERED, IdeaState
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import answerable_by, visible_to

_STEPS = ("discuss", "accept", "decline", "done", "reopen")


def answer_forms(user: User, idea: Idea) -> dict[str, Any]:
    """What the page of an idea needs for `user` to answer it."""
    may_answer = answerable_by(user).filter(pk=idea.pk).exists()
    waits = idea.state in UNANSWERED
    may_finish = idea.state == IdeaState.ACCEPTED and (may_answer or idea.responsible_id == user.pk)
    return {
        "may_answer": may_answer and waits,
        "may_reopen": may_answer and not waits,
        "may_finish": may_finish,
        "accept_form": AcceptForm(today=today()) if may_answer and waits else None,
        "decline_form": DeclineForm() if may_answer and waits else None,
        "done_form": DoneForm(today=today()) if may_finish else None,
    }


@require_POST
@demand(Action.VIEW_CLIENT)
def answer(request: Request, pk: int, step: str) -> HttpResponse:
    user = request.user
    idea = visible_to(user).filter(pk=pk).first()
    if idea is None or step not in _STEPS:
        raise Http404
    does_it = step == "done" and idea.responsible_id == user.pk
    if not does_it and not answerable_by(user).filter(pk=pk).exists():
        raise PermissionDenied
    form = _form_of(step, request)
    if form is not None and not form.is_valid():
        toast_faults(request, form)
        return redirect(idea)
    run = new_run("idea")
    stamp: dict[str, Any] = {"idea": idea, "by": user, "at": now(), "face": Face.WEB, "run": run}
    try:
        _ACTS[step](**stamp, **(form.cleaned_data if form else {}))
    except UnableToAnswer:
        toast(request, _("Somebody has answered in the meantime. Nothing was changed."))
    else:
        toast(request, _("Saved."), undo_run=run)
    return redirect(idea)


_ACTS: dict[str, Any] = {
    "discuss": discuss_idea,
    "accept": accept_idea,
    "decline": decline_idea,
    "done": finish_idea,
    "reopen": reopen_idea,
}


def _form_of(step: str, request: Request) -> Form | None:
    match step:
        case "accept":
            return AcceptForm(request.POST, today=today())
        case "decline":
            return DeclineForm(request.POST)
        case "done":
            return DoneForm(request.POST, today=today())
        case _:
            return None


@require_POST
@demand(Action.SUGGEST)
def read(request: Request, pk: int) -> HttpResponse:
    """The author has read the answer: it leaves his Today."""
    idea = visible_to(request.user).filter(pk=pk, author=request.user).first()
    if idea is None:
        raise Http404
    read_answer(idea=idea, by=request.user, at=now(), face=Face.WEB)
    return redirect(idea)
