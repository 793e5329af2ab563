"""The communication standard: its rules, and what a change would ask of whom before it is saved."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.care.actions.planning_job import request_planning
from vernost.care.actions.rule import (
    StandardIsThere,
    bring_in_standard,
    change_rule,
    create_rule,
    remove_rule,
)
from vernost.care.models import Planning, Rule
from vernost.care.queries.estimate import Estimate, PersonLoad, estimate, loads_of
from vernost.care.queries.rule import rules, rules_after, rules_that_hold
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face, Language
from vernost.core.queries.company import company
from vernost.office.care.forms import RuleForm
from vernost.office.care.tabs import tabs_for
from vernost.office.care.words import how_often, who
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.VIEW_CLIENT)
def standard(request: Request) -> HttpResponse:
    context = {
        "rules": [(rule, how_often(rule), who(rule)) for rule in rules()],
        "planning": Planning.objects.order_by("-started_at").first(),
        "may_change": may(request.user, Action.CHANGE_STANDARD),
        "tabs": tabs_for(request.user, "standard"),
    }
    return render(request, "office/care/standard.html", context)


@require_POST
@demand(Action.CHANGE_STANDARD)
def bring_in(request: Request) -> HttpResponse:
    """The shipped standard, in the company's language."""
    run = new_run("standard")
    language = Language(company().language)
    try:
        made = bring_in_standard(language=language, by=request.user, at=now(), face=Face.WEB, run=run)
    except StandardIsThere:
        toast(request, _("There are rules already. Nothing was changed."))
    else:
        toast(
            request,
            _("%(count)d rules are in force. Touches are being planned.") % {"count": len(made)},
            undo_run=run,
        )
    return redirect("standard")


@require_POST
@demand(Action.CHANGE_STANDARD)
def plan_now(request: Request) -> HttpResponse:
    request_planning(by=request.user)
    toast(request, _("Touches are being planned. You may leave this page."))
    return redirect("standard")


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_STANDARD)
def rule(request: Request, pk: int | None = None) -> HttpResponse:
    """What a change asks of whom is shown first; "save" writes it."""
    one = get_object_or_404(Rule, pk=pk, deleted_at=None) if pk else None
    form = RuleForm(request.POST or None, rule=one, place=rules().count() + 1)
    loads: list[PersonLoad] = []
    after: Estimate | None = None
    seen = Seen(request, form, one)
    if "save" in request.POST:
        run = new_run("rule")
        if seen.write(lambda values: _save(request, one, values, run)):
            name = form.cleaned_data["name"]
            toast(
                request, _("“%(name)s” is saved. Touches are being planned.") % {"name": name}, undo_run=run
            )
            return redirect("standard")
    elif request.method == "POST" and form.is_valid():
        before = estimate(rules_that_hold(), today())
        after = estimate(rules_after(one, form.cleaned_data), today())
        loads = loads_of(before, after)
    context = {
        "form": form,
        "seen": seen,
        "rule": one,
        "loads": loads,
        "estimate": after,
        "title": one.name if one else _("New rule"),
    }
    return render(request, "office/care/rule.html", context)


@require_POST
@demand(Action.CHANGE_STANDARD)
def remove(request: Request, pk: int) -> HttpResponse:
    run = new_run("rule")
    one = get_object_or_404(Rule, pk=pk, deleted_at=None)
    remove_rule(rule=one, by=request.user, at=now(), face=Face.WEB, run=run)
    toast(
        request, _("“%(name)s” is removed; what it planned goes with it.") % {"name": one.name}, undo_run=run
    )
    return redirect("standard")


def _save(request: Request, one: Rule | None, values: dict[str, Any], run: str) -> None:
    given: dict[str, Any] = {"by": request.user, "at": now(), "face": Face.WEB, "run": run}
    if one is None:
        create_rule(values=values, **given)
    else:
        change_rule(rule=one, values=values, **given)
