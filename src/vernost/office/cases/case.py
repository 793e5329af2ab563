"""One case: what it rests on, what is to be done, what was done."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.assessment.actions.case import CaseIsOpen, reopen_case
from vernost.assessment.actions.task import add_task
from vernost.assessment.enums import TaskState
from vernost.assessment.models import Case
from vernost.assessment.queries.case import evidence_of, visible_to, worked_by
from vernost.assessment.queries.task import tasks_of
from vernost.assessment.wording.signals import SIGNALS, signal_advice, signal_found, tells_money
from vernost.assessment.wording.words import Words
from vernost.clients.queries.client import visible_to as visible_clients
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.office.assessment.words import evidence, severity_badge, words
from vernost.office.cases.forms import Close, GiveTo, NewTask, Snooze
from vernost.office.cases.history import history_lines
from vernost.office.cases.views import CHANGES, changed
from vernost.office.cases.words import reason_of, state_badge
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.VIEW_CLIENT)
def case(request: Request, pk: int) -> HttpResponse:
    return _page(request, case_for(request, pk, work=False))


@require_POST
@demand(Action.JUDGE_SIGNAL)
def change_case(request: Request, pk: int, what: str) -> HttpResponse:
    """Puts the case off, closes it, gives it to another, or opens it again."""
    found = case_for(request, pk, work=True)
    if what == "reopen":
        return _reopened(request, found)
    if what not in CHANGES:
        raise Http404
    form, run = changed(request, [found], what)
    if not run:
        return _page(request, found, **{what: form})
    toast(request, _("Saved."), undo_run=run)
    return redirect(found)


@require_POST
@demand(Action.JUDGE_SIGNAL)
def new_task(request: Request, pk: int) -> HttpResponse:
    found = case_for(request, pk, work=True)
    form = NewTask(request.POST)
    if not form.is_valid():
        return _page(request, found, new_task=form)
    run = f"task-{now():%Y%m%d%H%M%S%f}"
    add_task(
        client=found.client,
        case=found,
        by=request.user,
        at=now(),
        face=Face.WEB,
        run=run,
        **form.cleaned_data,
    )
    toast(request, _("The task is added."), undo_run=run)
    return redirect(found)


def case_for(request: Request, pk: int, *, work: bool) -> Case:
    """404 for who may not see it, 403 for who sees it and may not change it."""
    found = visible_to(request.user).select_related("client", "owner", "signal").filter(pk=pk).first()
    if found is None:
        raise Http404
    if work and not worked_by(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    return found


def _reopened(request: Request, found: Case) -> HttpResponse:
    try:
        run = reopen_case(case=found, by=request.user, at=now(), face=Face.WEB)
    except CaseIsOpen as known:
        toast(request, _("There is an open case for this reason: here it is."))
        return redirect(known.case)
    toast(request, _("The case is open again."), undo_run=run)
    return redirect(found)


def _page(request: Request, found: Case, **forms: Any) -> HttpResponse:
    said, money = words(), may(request.user, Action.VIEW_MONEY)
    tasks = tasks_of(found)
    known = found.code in SIGNALS
    context = {
        "case": found,
        "title": reason_of(found),
        "state": state_badge(found),
        "severity": severity_badge(found.severity),
        "money": money,
        "currency": said.currency,
        "found": evidence(said, found.signal, money=money) if found.signal else "",
        "advice": signal_advice(said, found.code) if known else "",
        "evidence": _evidence(said, found, money=money),
        "tasks": [(task, task.state == TaskState.OPEN and task.due_on < today()) for task in tasks],
        "done": sum(task.state != TaskState.OPEN for task in tasks),
        "history": history_lines(found),
        "may_work": worked_by(request.user).filter(pk=found.pk).exists(),
        "may_open_client": visible_clients(request.user).filter(pk=found.client_id).exists(),
        "snooze": Snooze(today=today()),
        "close": Close(initial={"outcome": "passed"} if found.gone_on else None),
        "give": GiveTo(initial={"to": found.owner}),
        "new_task": NewTask(initial={"person": found.owner, "due_on": today()}),
        "asked": next(iter(forms), ""),
        **forms,
    }
    return render(request, "office/cases/case.html", context)


def _evidence(said: Words, found: Case, *, money: bool) -> list[tuple[Any, str]]:
    """(row, sentence): the numbers of the day in words, or the act that a person noted."""
    lines = []
    for row in evidence_of(found):
        if row.act is not None:
            text = row.act.get_kind_display()
            lines.append((row, f"{text}. {row.act.note}" if row.act.note else text))
            continue
        numbers = {name: getattr(row, name) for name in ("observed", "expected", "threshold", "observations")}
        hidden = tells_money(found.code) and not money
        lines.append((row, "" if hidden else signal_found(said, {"code": found.code, **numbers})))
    return lines
