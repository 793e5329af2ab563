"""Endings: the list, the page of one client, and each step of the way."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.ending import (
    Guarded,
    UnableToDecide,
    UnableToFinish,
    answer_last_chance,
    check_off,
    consider_ending,
    decide_ending,
    finish_ending,
    note_client_left,
    offer_last_chance,
)
from vernost.care.ending_refusals import refusal_text
from vernost.care.enums import Checklist, Ground, Reason
from vernost.care.models import Ending
from vernost.care.queries.ending import case_of, open_ending_of, visible_to
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.wrong import WrongValues
from vernost.office.endings.forms import ChanceForm, ConsiderForm, DecideForm, FinishForm, LeftForm
from vernost.office.endings.lists import ending_list
from vernost.office.endings.page import guard_sentences, page_of
from vernost.office.shell.access import client_for, demand, may, may_on
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.office.shell.wrong import say_wrong
from vernost.ui.lists import show_list


@require_GET
@demand(Action.VIEW_CLIENT)
def endings(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        ending_list(request.user),
        visible_to(request.user),
        template="office/endings/list.html",
        name="endings",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/endings/none.html",
    )


@require_GET
def client_ending(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk)
    context = page_of(client, request.user, today())
    context |= {
        "may_change": may_on(request.user, client, Action.CHANGE_CLIENT),
        "may_decide": may_on(request.user, client, Action.DECIDE_ENDING),
        "may_see_money": may(request.user, Action.VIEW_MONEY),
        "decide_form": DecideForm(),
        "finish_form": FinishForm(initial={"ended_on": today()}),
    }
    return render(request, "office/endings/client.html", context)


@require_http_methods(["GET", "POST"])
def consider(request: Request, pk: int) -> HttpResponse:
    """Grounds from the assessment are ticked; a protected client is refused with what protects him."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    if open_ending_of(client) is not None:
        return redirect("client_ending", client.pk)
    case = case_of(client)
    aside = bool(case.guards) and may_on(request.user, client, Action.OVERRIDE_GUARD)
    form = ConsiderForm(request.POST or None, may_set_aside=aside, initial={"grounds": case.grounds})
    context: dict[str, Any] = {"guards": guard_sentences(client, case.guards), "aside": aside}

    def save(stamp: dict[str, Any]) -> None:
        data = form.cleaned_data
        try:
            consider_ending(
                client=client, grounds=[Ground(one) for one in data["grounds"]], note=data["note"], on=today(),
                guard_why=data.get("guard_why", ""), **stamp,
            )  # fmt: skip
        except Guarded:
            form.add_error(None, _("The client is protected. Nothing was saved."))

    return _form(request, client, form, save, _("Consider an ending"), context)


@require_http_methods(["GET", "POST"])
def client_left(request: Request, pk: int) -> HttpResponse:
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    form = LeftForm(request.POST or None, initial={"ended_on": today()})

    def save(stamp: dict[str, Any]) -> None:
        data = dict(form.cleaned_data)
        note_client_left(client=client, reason=Reason(data.pop("reason")), **data, **stamp)

    return _form(request, client, form, save, _("The client has left"), {})


@require_http_methods(["GET", "POST"])
def last_chance(request: Request, pk: int) -> HttpResponse:
    client, ending = _ending_for(request, pk, Action.CHANGE_CLIENT)
    form = ChanceForm(request.POST or None, initial={"offered_on": today()})

    def save(stamp: dict[str, Any]) -> None:
        offer_last_chance(ending=ending, **form.cleaned_data, **stamp)

    return _form(request, client, form, save, _("Last chance"), {})


@require_POST
def answer_chance(request: Request, pk: int) -> HttpResponse:
    client, ending = _ending_for(request, pk, Action.CHANGE_CLIENT)
    accepted = request.POST.get("accepted") == "yes"
    return _do(
        request,
        client,
        lambda stamp: answer_last_chance(ending=ending, accepted=accepted, on=today(), **stamp),
    )


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    client, ending = _ending_for(request, pk, Action.DECIDE_ENDING)
    end, why = request.POST.get("end") == "yes", request.POST.get("why", "")
    return _do(
        request, client, lambda stamp: decide_ending(ending=ending, end=end, why=why, on=today(), **stamp)
    )


@require_POST
def tick(request: Request, pk: int, item: str) -> HttpResponse:
    """Done, or with `undone` to be done again."""
    client, ending = _ending_for(request, pk, Action.CHANGE_CLIENT)
    if item not in Checklist.values:
        raise Http404
    on = None if "undone" in request.POST else today()
    return _do(request, client, lambda stamp: check_off(ending=ending, item=Checklist(item), on=on, **stamp))


@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    client, ending = _ending_for(request, pk, Action.CHANGE_CLIENT)
    form = FinishForm(request.POST)
    if not form.is_valid():
        toast(request, _("Say the last day. Nothing was changed."))
        return redirect("client_ending", client.pk)
    return _do(request, client, lambda stamp: finish_ending(ending=ending, **form.cleaned_data, **stamp))


def _ending_for(request: Request, pk: int, action: Action) -> tuple[Client, Ending]:
    client = client_for(request.user, pk, action)
    ending = open_ending_of(client)
    if ending is None:
        raise Http404
    return client, ending


def _do(request: Request, client: Client, act: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """One step from a button of the page."""
    run = new_run("ending")
    try:
        act({"by": request.user, "at": now(), "face": Face.WEB, "run": run})
    except (UnableToDecide, UnableToFinish) as refused:
        toast(request, refusal_text(refused))
    else:
        toast(request, _("Saved."), undo_run=run)
    return redirect("client_ending", client.pk)


def _form(
    request: Request,
    client: Client,
    form: forms.Form,
    save: Callable[[dict[str, Any]], None],
    title: str,
    context: dict[str, Any],
) -> HttpResponse:
    back = reverse("client_ending", args=[client.pk])
    if request.method == "POST" and form.is_valid():
        run = new_run("ending")
        try:
            save({"by": request.user, "at": now(), "face": Face.WEB, "run": run})
        except WrongValues as refused:
            say_wrong(form, refused.found)
        except UnableToDecide as refused:
            form.add_error(None, refusal_text(refused))
        if form.is_valid():
            toast(request, _("Saved."), undo_run=run)
            return redirect(back)
    context |= {"form": form, "title": title, "subtitle": client.name, "back": back}
    return render(request, "office/endings/form.html", context)
