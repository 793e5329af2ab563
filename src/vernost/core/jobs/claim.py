"""Taking a job, keeping it, giving it back: each one short transaction."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q

from vernost.core.enums import JobState
from vernost.core.models import Job

# A job that was cut off so many times is given up: it probably kills its worker.
MOST_ATTEMPTS = 5
_FIRST_PAUSE = timedelta(seconds=2)


class LeaseLost(Exception):
    """Another worker has taken the job, or it was cancelled: stop at once."""


def claim(*, worker: str, at: datetime, lease: timedelta) -> Job | None:
    """The next job that is due, or one whose worker gave no sign of life; marked as run by `worker`."""
    due = _due(at, lease)
    with transaction.atomic():
        jobs = Job.objects.filter(due).order_by("-priority", "run_after", "id")
        if connection.features.has_select_for_update_skip_locked:
            jobs = jobs.select_for_update(skip_locked=True)
        job = jobs.first()
        if job is None:
            return None
        job.attempts += 1
        if job.attempts > MOST_ATTEMPTS:
            job.state, job.finished_at = JobState.FAILED, at
            job.error = f"cut off {MOST_ATTEMPTS} times"
        else:
            job.state, job.worker, job.lease_until = JobState.RUNNING, worker, at + lease
            job.started_at = at
        job.save()
    return job if job.state == JobState.RUNNING else claim(worker=worker, at=at, lease=lease)


def _due(at: datetime, lease: timedelta) -> Q:
    """A clock that was put back makes nobody wait: neither for what was asked for at once, nor for a lease that no
    worker can have taken by this clock.
    """
    asked = Q(state=JobState.QUEUED) & (Q(run_after__lte=at) | Q(run_after=F("created_at")))
    left = Q(state=JobState.RUNNING) & (Q(lease_until__lt=at) | Q(lease_until__gt=at + 2 * lease))
    return asked | left


def put_back(*, job_id: int, worker: str, attempt: int, at: datetime) -> None:
    """Queues the job again after a pause that doubles with every attempt: the database or the disk was away, not the
    job wrong. LeaseLost when it is no longer ours.
    """
    later = at + _FIRST_PAUSE * 2 ** (attempt - 1)
    if not _ours(job_id, worker, attempt).update(state=JobState.QUEUED, run_after=later, lease_until=None):
        raise LeaseLost


def keep(*, job_id: int, worker: str, attempt: int, at: datetime, lease: timedelta, **progress: Any) -> None:
    """Prolongs the lease and writes `done`, `total`, `message` if given. LeaseLost when the job is no longer ours."""
    if not _ours(job_id, worker, attempt).update(lease_until=at + lease, **progress):
        raise LeaseLost


def finish(
    *, job_id: int, worker: str, attempt: int, at: datetime, result: Any = None, error: str = ""
) -> None:
    """Closes the job, done or failed. LeaseLost when it is no longer ours."""
    state = JobState.FAILED if error else JobState.DONE
    if not _ours(job_id, worker, attempt).update(state=state, finished_at=at, result=result, error=error):
        raise LeaseLost


def cancel(*, job_id: int, at: datetime) -> bool:
    """Stops a waiting job at once and a running one at its next sign of life; False when it had ended before."""
    open_jobs = Job.objects.filter(pk=job_id, state__in=[JobState.QUEUED, JobState.RUNNING])
    return bool(open_jobs.update(state=JobState.CANCELLED, finished_at=at))


def _ours(job_id: int, worker: str, attempt: int) -> Any:
    return Job.objects.filter(pk=job_id, worker=worker, attempts=attempt, state=JobState.RUNNING)
