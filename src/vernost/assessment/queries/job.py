"""The background work of this app as pages show it."""

from vernost.core.enums import JobState
from vernost.core.models import Job

ASSESS = "vernost.assessment.tasks.assess"
TRY = "vernost.assessment.tasks.try_method"


def waiting_job() -> Job | None:
    """An assessment that has not begun."""
    return Job.objects.filter(task=ASSESS, state=JobState.QUEUED).first()


def last_job() -> Job | None:
    """The assessment that runs, waits or ended last."""
    return Job.objects.filter(task=ASSESS).order_by("-id").first()


def trial_job(pk: int) -> Job | None:
    """A trial of changed definitions."""
    return Job.objects.filter(task=TRY, pk=pk).first()
