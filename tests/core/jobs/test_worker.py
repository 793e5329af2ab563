from datetime import timedelta

import pytest

from tests.core.jobs.sample_tasks import add, fail
from tests.factories.moments import AT
from vernost.core.enums import JobState
from vernost.core.jobs.claim import MOST_ATTEMPTS, LeaseLost, cancel, claim, finish, keep
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Job

LEASE = timedelta(seconds=30)

pytestmark = pytest.mark.django_db


def queued() -> Job:
    return Job.objects.create(task="tests.core.jobs.sample_tasks.add", run_after=AT, created_at=AT)


def test_job_runs_and_keeps_its_result():
    result = add.enqueue(left=2, right=3)

    assert run_queued_jobs() == 1

    job = Job.objects.get(pk=result.id)
    assert (job.state, job.result, job.done, job.total, job.message) == (JobState.DONE, 5, 1, 1, "added")


def test_failure_is_kept_with_its_error():
    result = fail.enqueue()

    run_queued_jobs()

    job = Job.objects.get(pk=result.id)
    assert job.state == JobState.FAILED
    assert "the file has no header" in job.error


def test_running_job_is_not_given_out_twice():
    queued()

    assert claim(worker="a", at=AT, lease=LEASE) is not None
    assert claim(worker="b", at=AT + LEASE, lease=LEASE) is None


def test_job_of_a_killed_worker_is_taken_up_again():
    job = queued()
    claim(worker="a", at=AT, lease=LEASE)

    taken = claim(worker="b", at=AT + LEASE + timedelta(seconds=1), lease=LEASE)

    assert (taken.pk, taken.worker, taken.attempts) == (job.pk, "b", 2)
    with pytest.raises(LeaseLost):
        finish(job_id=job.pk, worker="a", attempt=1, at=AT, result=1)


def test_job_that_kills_its_workers_is_given_up():
    job = queued()
    for attempt in range(MOST_ATTEMPTS):
        assert claim(worker="a", at=AT + attempt * 2 * LEASE, lease=LEASE)

    assert claim(worker="a", at=AT + 100 * LEASE, lease=LEASE) is None

    job.refresh_from_db()
    assert job.state == JobState.FAILED


def test_cancelled_job_stops_at_its_next_sign_of_life():
    job = queued()
    claim(worker="a", at=AT, lease=LEASE)

    assert cancel(job_id=job.pk, at=AT)

    with pytest.raises(LeaseLost):
        keep(job_id=job.pk, worker="a", attempt=1, at=AT, lease=LEASE, done=1)
