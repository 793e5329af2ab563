"""The list of goals, one goal with its numbers and rows, notes on it, closing it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.audit import history_of
from vernost.office.goals.forms import CloseGoalForm, NoteForm
from vernost.office.goals.lists import goal_list
from vernost.office.goals.picture import goal_picture
from vernost.office.goals.words import change_text, number_text, scope_text, state_badge, state_today
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast, toast_faults
from vernost.programmes.actions.goal import UnableToClose, close_goal, note_on_goal, reopen_goal
from vernost.programmes.measures.measure import measure_of
from vernost.programmes.measures.year import year_to
from vernost.programmes.models import Goal
from vernost.programmes.queries.goal import changeable_by, points_of, visible_to
from vernost.programmes.queries.goal_rows import rows_of_goal
from vernost.ui.lists import show_list

_ROWS = 200
_CHANGES = 20


@require_GET
@demand(Action.VIEW_CLIENT)
def goals(request: Request) -> HttpResponseBase:
    user = request.user
    return show_list(
        request,
        goal_list(user),
        visible_to(user),
        template="office/goals/list.html",
        name="goals",
        may_export=may(user, Action.EXPORT),
        empty_template="office/goals/none.html",
        may_set=may(user, Action.SET_GOAL),
    )


def goal_for(user: User, pk: int) -> Goal:
    found = visible_to(user).select_related("owner", "team", "person", "segment").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_change(user: User, goal: Goal) -> bool:
    return changeable_by(user).filter(pk=goal.pk).exists()


@require_GET
@demand(Action.VIEW_CLIENT)
def goal(request: Request, pk: int) -> HttpResponse:
    user, on = request.user, today()
    one = goal_for(user, pk)
    measure, points = measure_of(one.measure), points_of(one)
    changes, works = may_change(user, one), one.owner_id == user.pk
    left = None if one.now is None else one.target - one.now
    context = {
        "goal": one,
        "state": state_badge(state_today(one, on)),
        "measure": measure,
        "scope": scope_text(one),
        "numbers": [
            (_("At the start"), number_text(measure, one.start, one.start_unknown)),
            (_("Now"), number_text(measure, one.now, one.now_unknown)),
            (_("Target"), number_text(measure, one.target)),
            *([] if one.closed_on else [(_("To go"), change_text(measure, left))]),
        ],
        "forecast": _forecast(one) if one.closed_on is None and on < one.ends_on else "",
        "result": number_text(measure, one.result) if one.closed_on else "",
        "picture": goal_picture(one, points) if any(point.number is not None for point in points) else None,
        "points": [(point, number_text(measure, point.number, point.unknown)) for point in reversed(points)],
        "notes": one.notes.filter(deleted_at=None).select_related("author").order_by("-noted_on", "-pk"),
        "history": history_of(one)[:_CHANGES],
        "may_change": changes,
        "may_note": changes or works,
        "may_close": (changes or works) and one.closed_on is None,
        "is_over": one.closed_on is None and one.ends_on < on,
        "note_form": NoteForm(auto_id="note_%s"),
        "close_form": CloseGoalForm(auto_id="close_%s"),
    }
    return render(request, "office/goals/goal.html", context)


def _forecast(goal: Goal) -> str:
    measure = measure_of(goal.measure)
    if goal.forecast is None:
        return _("A forecast needs four monthly values; so far it is not known where it goes.")
    return _("%(number)s; four times of five between %(low)s and %(high)s.") % {
        "number": number_text(measure, goal.forecast),
        "low": number_text(measure, goal.forecast_low),
        "high": number_text(measure, goal.forecast_high),
    }


@require_GET
@demand(Action.VIEW_CLIENT)
def rows(request: Request, pk: int) -> HttpResponse:
    """What the number was made from when it was counted, of the clients whom the person sees."""
    one = goal_for(request.user, pk)
    measure, day = measure_of(one.measure), one.counted_on or today()
    found, based_on = rows_of_goal(one, request.user, _ROWS)
    context = {
        "goal": one,
        "measure": measure,
        "since": year_to(day)[0],
        "day": day,
        "number": number_text(measure, one.now, one.now_unknown),
        "rows": found,
        "more": based_on > len(found),
        "based_on": based_on,
    }
    return render(request, "office/goals/rows.html", context)


@require_POST
@demand(Action.VIEW_CLIENT)
def note(request: Request, pk: int) -> HttpResponse:
    one, form, run = _worked_on(request, pk), NoteForm(request.POST), new_run("goal-note")
    if form.is_valid():
        note_on_goal(
            goal=one, on=today(), by=request.user, at=now(), face=Face.WEB, run=run, **form.cleaned_data
        )
        toast(request, _("Saved."), undo_run=run)
    else:
        toast_faults(request, form)
    return redirect(one)


@require_POST
@demand(Action.VIEW_CLIENT)
def close(request: Request, pk: int) -> HttpResponse:
    one, run = _worked_on(request, pk), new_run("goal")
    try:
        close_goal(
            goal=one, conclusion=request.POST.get("conclusion", "").strip(), on=today(), by=request.user, at=now(),
            face=Face.WEB, run=run,
        )  # fmt: skip
    except UnableToClose:
        toast(request, _("A goal is closed with a conclusion, and once. Nothing was changed."))
    else:
        toast(request, _("The goal is closed; its result stays as it is now."), undo_run=run)
    return redirect(one)


@require_POST
@demand(Action.SET_GOAL)
def reopen(request: Request, pk: int) -> HttpResponse:
    one, run = goal_for(request.user, pk), new_run("goal")
    if not may_change(request.user, one):
        raise PermissionDenied
    reopen_goal(goal=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(request, _("The goal is open again."), undo_run=run)
    return redirect(one)


def _worked_on(request: Request, pk: int) -> Goal:
    one = goal_for(request.user, pk)
    if one.owner_id != request.user.pk and not may_change(request.user, one):
        raise PermissionDenied
    return one
