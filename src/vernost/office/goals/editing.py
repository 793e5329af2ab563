"""Setting and changing a goal, with what the chosen target means shown before it is saved."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.goals.forms import GoalForm
from vernost.office.goals.views import goal_for, may_change
from vernost.office.goals.words import change_text, number_text
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.programmes.actions.goal import change_goal, remove_goal, set_goal
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.models import Goal
from vernost.programmes.queries.monthly_value import clients_of, value_on
from vernost.programmes.tasks import AT_ONCE, count_soon

_YEAR = timedelta(days=365)
# Without JavaScript this button asks for the effect alone.
_PREVIEW = "preview"


@dataclass(frozen=True)
class Effect:
    how: str
    text: str


@require_http_methods(["GET", "POST"])
@demand(Action.SET_GOAL)
def new_goal(request: Request) -> HttpResponse:
    day = today()
    initial = {"starts_on": day, "ends_on": day + _YEAR, "owner": request.user}
    form = GoalForm(request.POST or None, initial=initial, user=request.user)
    if request.method == "POST" and form.is_valid() and _PREVIEW not in request.POST:
        run = new_run("goal")
        one = set_goal(by=request.user, at=now(), face=Face.WEB, run=run, **form.cleaned_data)
        return _counted(request, one, run)
    return _page(request, form, _("New goal"), None)


@require_http_methods(["GET", "POST"])
@demand(Action.SET_GOAL)
def edit(request: Request, pk: int) -> HttpResponse:
    one = _own(request, pk)
    initial = {name: getattr(one, name) for name in GoalForm.base_fields if name != "measure"}
    form = GoalForm(request.POST or None, initial=initial | {"measure": one.measure}, user=request.user)
    seen, run = Seen(request, form, one), new_run("goal")
    if _PREVIEW not in request.POST and seen.write(
        lambda values: change_goal(goal=one, by=request.user, at=now(), face=Face.WEB, run=run, **values)
    ):
        return _counted(request, one, run)
    return _page(request, form, one.title, one, seen)


@require_POST
@demand(Action.SET_GOAL)
def remove(request: Request, pk: int) -> HttpResponse:
    one, run = _own(request, pk), new_run("goal")
    remove_goal(goal=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The goal is removed."), undo_run=run)
    return redirect("goals")


@require_GET
@demand(Action.SET_GOAL)
def effect(request: Request) -> HttpResponse:
    """The part of the form that says what a target means, for htmx."""
    form = GoalForm(request.GET, user=request.user)
    form.is_valid()
    return render(request, "office/goals/effect.html", {"effect": _effect(form)})


def _effect(form: GoalForm) -> Effect | None:
    """None while too little of the form makes sense."""
    data = getattr(form, "cleaned_data", {})
    code, scope, target = data.get("measure"), data.get("scope"), data.get("target")
    subject = data.get(scope) if scope and scope != GoalScope.COMPANY else None
    if not code or not scope or (subject is None and scope != GoalScope.COMPANY):
        return None
    measure, number = measure_of(code), subject.pk if subject else 0
    how = str(measure.how)
    if clients_of(scope, number).count() > AT_ONCE:
        return Effect(how, _("There are many clients: the numbers will be counted in the background."))
    value = value_on(code, scope, number, today())
    if value.number is None:
        return Effect(
            how,
            _("Today's number is not known: %(why)s.")
            % {"why": number_text(measure, None, str(value.unknown or ""))},
        )
    parts = [_("Today: %(number)s.") % {"number": number_text(measure, value.number)}]
    if isinstance(target, Decimal):
        parts.append(
            _("The target is %(change)s against today.")
            % {"change": change_text(measure, target - value.number)}
        )
    before = value_on(code, scope, number, today() - _YEAR)
    if before.number is not None:
        change = change_text(measure, value.number - before.number)
        parts.append(_("In the last year it moved by %(change)s.") % {"change": change})
    else:
        parts.append(_("How it moved in the last year is not known."))
    return Effect(how, " ".join(parts))


def _counted(request: Request, goal: Goal, run: str) -> HttpResponse:
    there = count_soon(goal, on=today(), by=request.user)
    toast(request, _("Saved.") if there else _("Saved; the numbers are being counted."), undo_run=run)
    return redirect(goal)


def _own(request: Request, pk: int) -> Goal:
    one = goal_for(request.user, pk)
    if not may_change(request.user, one):
        raise PermissionDenied
    return one


def _page(
    request: Request, form: GoalForm, title: str, goal: Goal | None, seen: Seen | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "title": title, "goal": goal, "seen": seen}
    context["effect"] = _effect(form) if form.is_bound else None
    return render(request, "office/goals/form.html", context)
