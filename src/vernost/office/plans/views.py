"""The plan of a client: its page, its print, and how it begins and ends."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.plans.forms import FinishForm, PlanForm
from vernost.office.plans.lists import kpi_list, plan_list
from vernost.office.plans.page import page_context, plan_for
from vernost.office.plans.tabs import plan_tabs
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.plan import (
    Outline,
    UnableToStart,
    change_plan,
    create_plan,
    finish_plan,
    remove_plan,
    start_plan,
)
from vernost.programmes.models import Plan
from vernost.programmes.queries.plan import kpis_visible_to, visible_to
from vernost.programmes.queries.plan_template import template_of, templates
from vernost.ui.lists import show_list

_YEAR, _REVIEW = timedelta(days=365), timedelta(days=91)


@require_GET
@demand(Action.VIEW_CLIENT)
def plans(request: Request) -> HttpResponseBase:
    return show_list(
        request,
        plan_list(request.user, today()),
        visible_to(request.user),
        template="office/plans/list.html",
        name="plans",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/plans/none.html",
        tabs=plan_tabs("plans"),
    )


@require_GET
@demand(Action.VIEW_CLIENT)
def plan_numbers(request: Request) -> HttpResponseBase:
    """Every number of every plan, as last counted."""
    return show_list(
        request,
        kpi_list(request.user),
        kpis_visible_to(request.user),
        template="office/plans/list.html",
        name="plan-numbers",
        may_export=may(request.user, Action.EXPORT),
        empty_template="office/plans/none.html",
        tabs=plan_tabs("plan_numbers"),
    )


@require_GET
def plan(request: Request, pk: int) -> HttpResponse:
    one = plan_for(request.user, pk)
    context = page_context(one, request.user, today())
    return render(request, "office/plans/plan.html", context | {"finishing": FinishForm()})


@require_GET
def print_plan(request: Request, pk: int) -> HttpResponse:
    """One page of A4."""
    one = plan_for(request.user, pk)
    return render(request, "office/plans/print.html", page_context(one, request.user, today()))


@require_http_methods(["GET", "POST"])
def new_plan(request: Request, pk: int) -> HttpResponse:
    """First a template is chosen, or an empty plan; then the days and who answers for it."""
    client = client_for(request.user, pk, Action.CHANGE_CLIENT)
    key = request.GET.get("template", "")
    if not key:
        return render(request, "office/plans/choose.html", {"client": client, "templates": templates()})
    chosen = template_of(key)
    if chosen is None and key != "empty":
        raise Http404
    form = PlanForm(
        request.POST or None, client=client, initial=_first(request, chosen.name if chosen else None)
    )
    if request.method == "POST" and form.is_valid():
        outline = Outline(chosen.aims, chosen.kpis, chosen.actions) if chosen else Outline()
        run = new_run("plan")
        made = create_plan(
            client=client, outline=outline, on=today(), by=request.user, at=now(), face=Face.WEB, run=run,
            **form.cleaned_data,
        )  # fmt: skip
        toast(request, _("The draft is written. Put it right and start it."), undo_run=run)
        return redirect(made)
    title = _("New development plan")
    context = {"form": form, "title": title, "subtitle": client.name, "back": client.get_absolute_url()}
    return render(request, "office/shell/form.html", context)


def _first(request: Request, name: str | None) -> dict[str, Any]:
    return {
        "name": name or "",
        "responsible": request.user,
        "since_on": today(),
        "until_on": today() + _YEAR,
        "review_on": today() + _REVIEW,
    }


@require_http_methods(["GET", "POST"])
def edit_plan(request: Request, pk: int) -> HttpResponse:
    one = plan_for(request.user, pk, Action.CHANGE_CLIENT)
    initial = {name: getattr(one, name) for name in PlanForm.base_fields}
    form = PlanForm(request.POST or None, client=one.client, initial=initial)
    seen, run = Seen(request, form, one), new_run("plan")
    if seen.write(
        lambda values: change_plan(plan=one, by=request.user, at=now(), face=Face.WEB, run=run, **values)
    ):
        toast(request, _("Saved."), undo_run=run)
        return redirect(one)
    context = {
        "form": form,
        "seen": seen,
        "title": one.name,
        "subtitle": one.client.name,
        "back": one.get_absolute_url(),
    }
    return render(request, "office/shell/form.html", context)


@require_POST
def start(request: Request, pk: int) -> HttpResponse:
    one = plan_for(request.user, pk, Action.CHANGE_CLIENT)
    run = new_run("plan")
    try:
        start_plan(plan=one, on=today(), by=request.user, at=now(), face=Face.WEB, run=run)
    except UnableToStart as refused:
        missing = ", ".join(str(lacking.label) for lacking in refused.lacking)
        toast(request, _("The plan is not started yet. It lacks: %(what)s.") % {"what": missing})
    else:
        toast(request, _("The plan runs. Its actions are on Today when their day comes."), undo_run=run)
    return redirect(one)


@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    one = plan_for(request.user, pk, Action.CHANGE_CLIENT)
    form = FinishForm(request.POST)
    if not form.is_valid():
        toast(request, _("Say in a line what came of the plan; it stays open."))
        return redirect(one)
    run = new_run("plan")
    outcome = form.cleaned_data["outcome"]
    finish_plan(plan=one, outcome=outcome, on=today(), by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The plan is finished."), undo_run=run)
    return redirect(one)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    one: Plan = plan_for(request.user, pk, Action.CHANGE_CLIENT)
    run = new_run("plan")
    remove_plan(plan=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The plan lies in the recycle bin."), undo_run=run)
    return redirect(one.client)


def default_review(one: Plan, on: date) -> date:
    """A quarter later, and never after the end."""
    return min(on + _REVIEW, one.until_on)
