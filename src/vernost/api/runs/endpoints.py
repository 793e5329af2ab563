"""Assessments: the list, the button, its progress, what could not be judged."""

from ninja import Query

from vernost.api.runs.schemas import AssessmentsAsked, AssessmentShown, AssessmentState
from vernost.api.runs.work import work_shown
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.values import Number
from vernost.api.shell.words import words
from vernost.assessment.enums import Why
from vernost.assessment.models import Run
from vernost.assessment.queries.job import last_job
from vernost.assessment.queries.run import latest_run
from vernost.assessment.tasks import request_assessment
from vernost.assessment.wording.gaps import needs_in_words
from vernost.core.access import Action

operations = Operations("judgement")
_LARGE = ("company", "settings", "economics")


@operations.reads("/assessments", right=Action.ASSESS, answer=Page[AssessmentShown])
def list_assessments(request: Request, asked: Query[AssessmentsAsked]) -> Page[AssessmentShown]:
    """Finished assessments of all clients."""
    rows = narrowed(
        Run.objects.defer(*_LARGE),
        why=asked.why,
        as_of__gte=asked.as_of_from,
        as_of__lte=asked.as_of_to,
    )
    return page_of(rows, asked, AssessmentShown)


@operations.reads("/assessments/{assessment_id}", right=Action.ASSESS, answer=AssessmentShown)
def show_assessment(request: Request, assessment_id: Number) -> Run:
    """One assessment."""
    return found(Run.objects.defer(*_LARGE), assessment_id)


@operations.acts("/assess", right=Action.ASSESS, answer=AssessmentState)
def assess_now(request: Request) -> AssessmentState:
    """Asks for an assessment of all clients in the background; one that waits already is enough."""
    request_assessment(Why.ASKED, request.auth)
    return _state()


@operations.reads("/assessment-state", right=Action.ASSESS, answer=AssessmentState)
def show_assessment_state(request: Request) -> AssessmentState:
    """The assessment that runs, waits or ended last, the judgement in force, and what could not be judged."""
    return _state()


def _state() -> AssessmentState:
    job, run = last_job(), latest_run()
    return AssessmentState(
        work=work_shown(job) if job else None,
        last=AssessmentShown.model_validate(run) if run else None,
        gaps=needs_in_words(words(), run.company["not_judged"]) if run else [],
    )
