"""Aims, numbers, actions and reviews of a plan: written in and changed from its page."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.plans.forms import ActionForm, AimForm, ChangeAimForm, DropForm, KpiForm, ReviewForm
from vernost.office.plans.page import plan_for
from vernost.office.plans.views import default_review
from vernost.office.shell.access import may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.aim import change_aim, drop_aim, set_aim
from vernost.programmes.actions.kpi import add_kpi, remove_kpi
from vernost.programmes.actions.plan_action import (
    add_plan_action,
    change_plan_action,
    drop_plan_action,
    finish_plan_action,
)
from vernost.programmes.actions.plan_review import review_plan
from vernost.programmes.enums import LIVE, ActionState, AimKind, Counted, PlanState
from vernost.programmes.models import Plan, PlanAction

type Save = Callable[[dict[str, Any]], object]


@require_http_methods(["GET", "POST"])
def new_aim(request: Request, pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    form = AimForm(request.POST or None, initial={"kind": AimKind.RELATION})

    def save(stamp: dict[str, Any]) -> None:
        set_aim(plan=one, on=today(), **form.cleaned_data, **stamp)

    return _form(request, one, form, save, _("New aim"))


@require_http_methods(["GET", "POST"])
def edit_aim(request: Request, pk: int, aim_pk: int) -> HttpResponse:
    """The old one stays in the history with the reason."""
    one = _unfinished(request, pk)
    aim = get_object_or_404(one.aims.select_related("plan"), pk=aim_pk, deleted_at=None, over_on=None)
    form = ChangeAimForm(request.POST or None, initial={"text": aim.text})

    def save(stamp: dict[str, Any]) -> None:
        text, why = form.cleaned_data["text"], form.cleaned_data["why"]
        if text:
            change_aim(aim=aim, text=text, why=why, on=today(), **stamp)
        else:
            drop_aim(aim=aim, why=why, on=today(), **stamp)

    return _form(request, one, form, save, _("Change the aim"))


@require_http_methods(["GET", "POST"])
def new_kpi(request: Request, pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    form = KpiForm(request.POST or None, money=may(request.user, Action.VIEW_MONEY))

    def save(stamp: dict[str, Any]) -> None:
        data = form.cleaned_data
        try:
            with transaction.atomic():
                add_kpi(
                    plan=one, measure=data["measure"], line=data["line"], counted=Counted(data["counted"]),
                    target=data["target"], on=today(), **stamp,
                )  # fmt: skip
        except IntegrityError:
            form.add_error("measure", _("The plan is measured by this already."))

    return _form(request, one, form, save, _("New number"))


@require_POST
def take_kpi_off(request: Request, pk: int, kpi_pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    kpi = get_object_or_404(one.kpis, pk=kpi_pk, deleted_at=None)
    run = new_run("plan")
    remove_kpi(kpi=kpi, **_stamp(request, run))
    toast(request, _("The plan is not measured by it any more."), undo_run=run)
    return redirect(one)


@require_http_methods(["GET", "POST"])
def new_action(request: Request, pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    initial = {"person": one.responsible, "due_on": today()}
    form = ActionForm(request.POST or None, client=one.client, initial=initial)

    def save(stamp: dict[str, Any]) -> None:
        add_plan_action(plan=one, **form.cleaned_data, **stamp)

    return _form(request, one, form, save, _("New action"))


@require_http_methods(["GET", "POST"])
def edit_action(request: Request, pk: int, action_pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    action = _planned(one, action_pk)
    initial = {name: getattr(action, name) for name in ActionForm.base_fields}
    form = ActionForm(request.POST or None, client=one.client, initial=initial)

    seen, run = Seen(request, form, action), new_run("plan")
    if seen.write(lambda values: change_plan_action(action=action, **values, **_stamp(request, run))):
        toast(request, _("Saved."), undo_run=run)
        return redirect(one)
    return _page(request, one, form, action.what, seen)


@require_POST
def finish_action(request: Request, pk: int, action_pk: int) -> HttpResponse:
    """Done without a contact to write down; from Today the contact is written down with it."""
    one = _unfinished(request, pk)
    action = _planned(one, action_pk)
    run = new_run("plan")
    finish_plan_action(action=action, on=today(), **_stamp(request, run))
    toast(request, _("Done."), undo_run=run)
    return redirect(one)


@require_http_methods(["GET", "POST"])
def drop_action(request: Request, pk: int, action_pk: int) -> HttpResponse:
    one = _unfinished(request, pk)
    action = _planned(one, action_pk)
    form = DropForm(request.POST or None)

    def save(stamp: dict[str, Any]) -> None:
        drop_plan_action(action=action, why=form.cleaned_data["why"], on=today(), **stamp)

    return _form(request, one, form, save, _("It will not be done: %(what)s") % {"what": action.what})


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    """The numbers of the day are frozen with what people say of them."""
    one = _unfinished(request, pk)
    if one.state not in LIVE:
        raise Http404
    form = ReviewForm(request.POST or None, initial={"next_on": default_review(one, today())})

    def save(stamp: dict[str, Any]) -> None:
        review_plan(plan=one, on=today(), **form.cleaned_data, **stamp)

    return _form(request, one, form, save, _("Review of the plan"))


def _unfinished(request: Request, pk: int) -> Plan:
    one = plan_for(request.user, pk, Action.CHANGE_CLIENT)
    if one.state == PlanState.FINISHED:
        raise Http404
    return one


def _planned(plan: Plan, pk: int) -> PlanAction:
    rows = plan.actions.select_related("client", "person", "contact", "plan")
    return get_object_or_404(rows, pk=pk, deleted_at=None, state=ActionState.PLANNED)


def _stamp(request: Request, run: str) -> dict[str, Any]:
    return {"by": request.user, "at": now(), "face": Face.WEB, "run": run}


def _form(request: Request, plan: Plan, form: forms.Form, save: Save, title: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        run = new_run("plan")
        save(_stamp(request, run))
        if form.is_valid():
            toast(request, _("Saved."), undo_run=run)
            return redirect(plan)
    return _page(request, plan, form, title)


def _page(
    request: Request, plan: Plan, form: forms.Form, title: str, seen: Seen | None = None
) -> HttpResponse:
    subtitle, back = f"{plan.client.name}: {plan.name}", plan.get_absolute_url()
    context = {"form": form, "seen": seen, "title": title, "subtitle": subtitle, "back": back}
    return render(request, "office/shell/form.html", context)
