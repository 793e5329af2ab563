"""The signals on our own history: had this rule run, whom would it have flagged, how early, how many in vain."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.declared import SIGNAL_BY_CODE
from vernost.assessment.enums import Fate
from vernost.assessment.models import BackTest, BackTestSignal
from vernost.assessment.queries.backtest import (
    backtest_in_force,
    backtest_job,
    by_code,
    last_backtest_job,
    tuned_by,
)
from vernost.assessment.queries.method import method_of
from vernost.assessment.tasks import backtest as run_in_background
from vernost.assessment.tasks import request_backtest
from vernost.assessment.wording import judgement
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.access import Action
from vernost.core.jobs.ask import ask_for
from vernost.core.models import Job
from vernost.core.queries.company import company
from vernost.office.assessment.definitions import save_definitions, seen_definitions, seen_trial
from vernost.office.assessment.runs import progress_of
from vernost.office.assessment.words import words
from vernost.office.cases.tuning import Tuning
from vernost.office.cases.words import reason_name
from vernost.office.shell.access import demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui.partials import render_part

_SHOWN = ("came", "vain", "missed")


@dataclass(frozen=True)
class Named:
    """A client behind a number, with what became of it."""

    client: Client
    on: date
    fate: str
    days: int | None
    income: float


@require_GET
@demand(Action.VIEW_COMPANY)
def backtest(request: Request) -> HttpResponse:
    test = backtest_in_force()
    found = by_code(test)
    rows = [
        (one, reason_name(code), _(judgement.AREAS[signal.area]))
        for code, signal in SIGNAL_BY_CODE.items()
        if (one := found.get(code)) is not None
    ]
    context = {
        "test": test,
        "rows": rows,
        "days": _days(test),
        "base": test.anyway if test else None,
        "here": "backtest",
        "may_see_company": True,
        "may_set": may(request.user, Action.CHANGE_SETTINGS),
        "may_run": may(request.user, Action.ASSESS),
        **progress_of(last_backtest_job()),
    }
    return render_part(request, "office/cases/backtest.html", "progress", context)


@require_POST
@demand(Action.ASSESS)
def run_backtest(request: Request) -> HttpResponse:
    request_backtest(request.user)
    toast(request, _("The past is being judged in the background; you may leave this page."))
    return redirect("backtest")


@require_http_methods(["GET", "POST"])
@demand(Action.VIEW_COMPANY)
def backtest_signal(request: Request, code: str) -> HttpResponse:
    """One signal: its numbers, who is behind them, its thresholds. Sending the form tries them and saves nothing."""
    if code not in SIGNAL_BY_CODE:
        raise Http404
    may_set = may(request.user, Action.CHANGE_SETTINGS)
    test = backtest_in_force()
    current = method_of(company())
    form = Tuning(request.POST or None, current=current, names=tuned_by(code)) if may_set else None
    seen, changes = seen_definitions(request, form) if form else None, dict[str, Any]()
    if form and seen and seen.write(lambda written: changes.update(form.settled(written))):
        if changes:
            job = ask_for(run_in_background, by=request.user, values=changes, by_id=request.user.pk)
            return redirect("backtest_trial", code=code, pk=job)
        toast(request, _("Nothing differs from the definitions in force."))
        return redirect("backtest_signal", code=code)
    show = request.GET.get("show", "came")
    one = test.signals.filter(code=code).first() if test else None
    context = {
        **_signal_context(request, code, one, show),
        "test": test,
        "days": _days(test),
        "form": form if form is not None and form.fields else None,
        "seen": seen,
    }
    return render(request, "office/cases/backtest_signal.html", context)


@require_GET
@demand(Action.CHANGE_SETTINGS)
def backtest_trial(request: Request, code: str, pk: int) -> HttpResponse:
    """What other thresholds would have done, beside those in force; the button on it saves them."""
    job = _trial(request, code, pk)
    return _trial_page(request, code, job, seen_trial(request, job))


@require_POST
@demand(Action.CHANGE_SETTINGS)
def save_thresholds(request: Request, code: str, pk: int) -> HttpResponse:
    """Saves the tried thresholds and judges all clients by them."""
    job = _trial(request, code, pk)
    seen = seen_trial(request, job)
    if not seen.write(lambda written: save_definitions(written, request.user)):
        return _trial_page(request, code, job, seen)
    toast(request, _("Saved. All clients are being judged by the new definitions."))
    return redirect("backtest_signal", code=code)


def _trial_page(request: Request, code: str, job: Job, trial: Seen) -> HttpResponse:
    tried = BackTest.objects.filter(pk=(job.result or {}).get("backtest") or 0).first()
    one = tried.signals.filter(code=code).first() if tried else None
    current = method_of(company())
    values = job.arguments["values"]
    form = Tuning(current=current, names=tuned_by(code), tried=values)
    context = {
        **_signal_context(request, code, one, request.GET.get("show", "came")),
        "before": by_code(backtest_in_force()).get(code),
        "changes": form.in_words(words(), values),
        "form": form,
        "seen": seen_definitions(request, form),
        "trial": trial,
        "code": code,
        "pk": job.pk,
        **progress_of(job),
    }
    return render_part(request, "office/cases/backtest_trial.html", "progress", context)


def _trial(request: Request, code: str, pk: int) -> Job:
    job = backtest_job(pk)
    known = code in SIGNAL_BY_CODE
    if job is None or not known or job.created_by_id != request.user.pk or not job.arguments.get("values"):
        raise Http404
    return job


def _signal_context(request: Request, code: str, one: BackTestSignal | None, show: str) -> dict[str, Any]:
    show = show if show in _SHOWN else "came"
    return {
        "one": one,
        "code": code,
        "title": reason_name(code),
        "chance": SIGNAL_BY_CODE[code].area == "chance",
        "show": show,
        "tabs": [
            (f"{name}: {getattr(one, key)}", f"?show={key}", key == show)
            for key, name in (("came", _("came true")), ("vain", _("in vain")), ("missed", _("missed")))
        ]
        if one
        else [],
        "named": _named(request, one.named.get(show, [])) if one else [],
        "money": may(request.user, Action.VIEW_MONEY),
        "currency": company().currency,
        "here": "backtest",
        "may_see_company": True,
        "may_set": may(request.user, Action.CHANGE_SETTINGS),
    }


def _named(request: Request, lines: list[list[Any]]) -> list[Named]:
    """Of the clients behind a number, those whom the person may see."""
    clients = visible_to(request.user).in_bulk({line[0] for line in lines})
    return [
        Named(clients[pk], date.fromisoformat(day), str(Fate(fate).label), days, income)
        for pk, day, fate, days, income in lines
        if pk in clients
    ]


def _days(test: BackTest | None) -> list[date]:
    return [date.fromisoformat(day) for day in test.days] if test else []
