"""The assessments: the last one, its progress, the button, the history."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.assessment.enums import Why
from vernost.assessment.models import Run
from vernost.assessment.queries.job import last_job
from vernost.assessment.tasks import request_assessment
from vernost.assessment.wording.gaps import needs_in_words
from vernost.assessment.wording.job import refusal_of, step_name
from vernost.core.access import Action
from vernost.core.enums import JobState
from vernost.core.models import Job
from vernost.office.assessment.words import words
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast
from vernost.ui.partials import render_part

_RUNS_SHOWN = 60


@require_GET
@demand(Action.ASSESS)
def assessments(request: Request) -> HttpResponse:
    runs = list(
        Run.objects.select_related("asked_by").defer("company", "settings").order_by("-id")[:_RUNS_SHOWN]
    )
    last = Run.objects.filter(pk=runs[0].pk).first() if runs else None
    context = {
        "runs": runs,
        "gaps": needs_in_words(words(), last.company["not_judged"]) if last else [],
        **progress_of(last_job()),
    }
    return render_part(request, "office/assessment/runs.html", "progress", context)


@require_POST
@demand(Action.ASSESS)
def assess_now(request: Request) -> HttpResponse:
    if request_assessment(Why.ASKED, request.user):
        toast(request, _("The assessment runs in the background; you may leave this page."))
    else:
        toast(request, _("An assessment is waiting already."))
    return redirect("assessments")


def progress_of(job: Job | None) -> dict[str, Any]:
    """What a page says of background work: `open`, `part` 0–100, `step`, and `refusal` when it came to nothing."""
    if job is None:
        return {"job": None}
    return {
        "job": job,
        "open": job.state in (JobState.QUEUED, JobState.RUNNING),
        "part": 100 * job.done // job.total if job.total else 0,
        "step": step_name(job.message),
        "refusal": refusal_of(words(), job),
    }
