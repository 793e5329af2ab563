"""Playbooks: what the company does about each signal. What it has not written itself is the shipped one."""

from typing import Any

from django.forms import formset_factory
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.actions.playbook import StepFields, reset_playbook, save_playbook
from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.queries.playbook import Plan, playbooks, record_of
from vernost.assessment.wording import judgement
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.office.cases.forms import PlaybookForm, StepForm
from vernost.office.cases.words import reason_name
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.seen_rows import Rows
from vernost.office.shell.toasts import toast

_EMPTY_LINES = 2


@require_GET
@demand(Action.CHANGE_SETTINGS)
def playbook_list(request: Request) -> HttpResponse:
    plans = [plan for plan in playbooks().values() if plan.code in SIGNAL_BY_CODE]
    rows = [
        (plan, reason_name(plan.code), _(judgement.AREAS[SIGNAL_BY_CODE[plan.code].area]), _opens(plan))
        for plan in plans
    ]
    return render(request, "office/cases/playbooks.html", {"rows": rows, "here": "playbooks"})


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def playbook(request: Request, code: str) -> HttpResponse:
    plan = _plan(code)
    lines = formset_factory(StepForm, extra=_EMPTY_LINES, max_num=20, validate_max=True)
    form = PlaybookForm(
        request.POST or None, initial={"opens_from": plan.opens_from, "reopen_days": plan.reopen_days}
    )
    steps = lines(request.POST or None, initial=_steps_of(plan), prefix="steps")
    seen = Seen(
        request, form, record_of(plan), lambda one: {"steps": _steps_of(_plan(code))},
        {"steps": Rows(_("Steps"), steps, "title", _step)},
    )  # fmt: skip

    def save(values: dict[str, Any]) -> None:
        save_playbook(code=code, by=request.user, at=now(), face=Face.WEB, **values)

    if seen.write(save, whole=True):
        toast(request, _("The playbook is saved; cases opened from now on follow it."))
        return redirect("playbook", code=code)
    context = {"form": form, "seen": seen, "steps": steps, "plan": plan, "title": reason_name(code)}
    return render(request, "office/cases/playbook.html", context)


@require_POST
@demand(Action.CHANGE_SETTINGS)
def forget_playbook(request: Request, code: str) -> HttpResponse:
    _plan(code)
    reset_playbook(code=code, by=request.user, at=now(), face=Face.WEB)
    toast(request, _("The shipped playbook is in force again."))
    return redirect("playbook", code=code)


def _plan(code: str) -> Plan:
    if code not in SIGNAL_BY_CODE:
        raise Http404
    return playbooks()[code]


def _steps_of(plan: Plan) -> list[dict[str, Any]]:
    return [{**vars(step), "advice": advice} for step, advice in plan.steps]


def _step(data: dict[str, Any]) -> StepFields:
    return StepFields(
        title=data["title"],
        advice=data["advice"],
        doer=data["doer"] or "owner",
        days=data["days"],
        optional=data["optional"],
    )


def _opens(plan: Plan) -> str:
    choices: Any = PlaybookForm.base_fields["opens_from"]
    return str(dict(choices.choices)[plan.opens_from])
