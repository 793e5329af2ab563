"""Definitions of the method: what each decides, and what a change would do before it is saved."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vernost.assessment.queries.job import trial_job
from vernost.assessment.queries.method import method_of
from vernost.assessment.tasks import try_method
from vernost.assessment.wording.settings import changes_in_words
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.enums import JobState
from vernost.core.jobs.ask import ask_for
from vernost.core.models import Job
from vernost.core.queries.company import company
from vernost.office.assessment.definitions import save_definitions, seen_definitions, seen_trial
from vernost.office.assessment.forms import Method
from vernost.office.assessment.runs import progress_of
from vernost.office.assessment.words import group_badge, words
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.seen import Seen
from vernost.office.shell.toasts import toast
from vernost.ui.partials import render_part


@require_http_methods(["GET", "POST"])
@demand(Action.CHANGE_SETTINGS)
def method(request: Request) -> HttpResponse:
    """The form; sending it tries the change and stores nothing yet."""
    form = Method(request.POST or None, current=method_of(company()))
    seen, changes = seen_definitions(request, form), dict[str, Any]()
    if seen.write(lambda written: changes.update(form.settled(written))):
        if not changes:
            toast(request, _("Nothing differs from the definitions in force."))
            return redirect("method")
        return redirect("method_trial", pk=ask_for(try_method, by=request.user, values=changes))
    return render(request, "office/assessment/method.html", {"form": form, "seen": seen})


@require_GET
@demand(Action.CHANGE_SETTINGS)
def method_trial(request: Request, pk: int) -> HttpResponse:
    """What the change would do; the button on it saves."""
    job = _trial(request, pk)
    return _trial_page(request, job, seen_trial(request, job))


@require_POST
@demand(Action.CHANGE_SETTINGS)
def save_method(request: Request, pk: int) -> HttpResponse:
    """Saves the tried change and judges all clients by it."""
    job = _trial(request, pk)
    seen = seen_trial(request, job)
    if not seen.write(lambda written: save_definitions(written, request.user)):
        return _trial_page(request, job, seen)
    toast(request, _("Saved. All clients are being judged by the new definitions."))
    return redirect("method")


def _trial_page(request: Request, job: Job, seen: Seen) -> HttpResponse:
    values = job.arguments["values"]
    context: dict[str, Any] = {
        "changes": [line[1:] for line in changes_in_words(words(), method_of(company()), values)],
        "seen": seen,
        "address": reverse("method_trial", args=[job.pk]),
        **progress_of(job),
    }
    result = job.result or {}
    if job.state == JobState.DONE and "refused" not in result:
        context["effect"] = _effect(result)
    return render_part(request, "office/assessment/trial.html", "progress", context)


def _trial(request: Request, pk: int) -> Job:
    job = trial_job(pk)
    if job is None or job.created_by_id != request.user.pk:
        raise Http404
    return job


def _effect(result: dict[str, Any]) -> dict[str, Any]:
    changed = result["changed"]
    clients = Client.objects.in_bulk([pk for pk, _before, _after in result["clients"]])
    sentences = [
        ngettext("%(n)d client changes the group.", "%(n)d clients change the group.", changed["group"])
        % {"n": changed["group"]},
        ngettext("%(n)d client changes the stage.", "%(n)d clients change the stage.", changed["stage"])
        % {"n": changed["stage"]},
        ngettext("%(n)d client changes the level.", "%(n)d clients change the level.", changed["loyalty"])
        % {"n": changed["loyalty"]},
        _("Signals: %(before)d now, %(after)d then.")
        % {"before": result["signals"][0], "after": result["signals"][1]},
    ]
    return {
        "sentences": sentences,
        "moves": [(group_badge(before), group_badge(after), n) for before, after, n in result["moves"]],
        "clients": [
            (clients[pk], group_badge(before), group_badge(after))
            for pk, before, after in result["clients"]
            if pk in clients
        ],
    }
