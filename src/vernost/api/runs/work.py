"""Work in the background as programs see it."""

from vernost.api.runs.schemas import WorkShown
from vernost.api.shell.words import words
from vernost.assessment.wording.job import refusal_of, step_name
from vernost.core.enums import JobState
from vernost.core.models import Job


def work_shown(job: Job) -> WorkShown:
    return WorkShown(
        id=job.pk,
        state=JobState(job.state),
        asked_at=job.created_at,
        asked_by_id=job.created_by_id,
        finished_at=job.finished_at,
        part=_part(job),
        step=step_name(job.message),
        refusal=refusal_of(words(), job),
    )


def _part(job: Job) -> int:
    if job.state == JobState.DONE:
        return 100
    return min(100, 100 * job.done // job.total) if job.total else 0
