"""The database goes away, the clock goes back: no job is lost, none waits without need."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError

from tests.core.jobs.sample_tasks import add, lose_the_database
from tests.factories.moments import AT
from vernost.core.enums import JobState
from vernost.core.jobs import worker
from vernost.core.jobs.claim import MOST_ATTEMPTS, LeaseLost, claim, put_back
from vernost.core.models import Job

LEASE = timedelta(seconds=30)

pytestmark = pytest.mark.django_db
# The worker opens its connection anew, which no transaction around a test outlives.
OUTSIDE = pytest.mark.django_db(transaction=True)


def queued() -> Job:
    return Job.objects.create(task="tests.core.jobs.sample_tasks.add", run_after=AT, created_at=AT)


@OUTSIDE
def test_job_without_a_database_is_tried_again_later():
    job_id = lose_the_database.enqueue().id

    assert worker.run_next_job("a")

    job = Job.objects.get(pk=job_id)
    assert (job.state, job.attempts) == (JobState.QUEUED, 1)
    assert job.run_after > job.created_at


@OUTSIDE
def test_job_that_never_finds_its_database_fails_in_the_end():
    job_id = lose_the_database.enqueue().id

    for _ in range(MOST_ATTEMPTS):
        Job.objects.filter(pk=job_id).update(run_after=AT)
        worker.run_next_job("a")

    job = Job.objects.get(pk=job_id)
    assert job.state == JobState.FAILED
    assert "server closed the connection" in job.error


def test_pause_doubles():
    job = queued()
    pauses = []
    for attempt in (1, 2, 3):
        Job.objects.filter(pk=job.pk).update(run_after=AT)
        claim(worker="a", at=AT, lease=LEASE)
        put_back(job_id=job.pk, worker="a", attempt=attempt, at=AT)
        pauses.append((Job.objects.get(pk=job.pk).run_after - AT).total_seconds())

    assert pauses == [2, 4, 8]


def test_who_has_lost_the_job_does_not_put_it_back():
    job = queued()
    claim(worker="a", at=AT, lease=LEASE)
    claim(worker="b", at=AT + 2 * LEASE, lease=LEASE)

    with pytest.raises(LeaseLost):
        put_back(job_id=job.pk, worker="a", attempt=1, at=AT)


def test_worker_outlives_a_database_that_does_not_answer(monkeypatch):
    """It asked three times while there was none, and then did what was waiting."""
    job_id, stop, asked = add.enqueue(left=2, right=3).id, threading.Event(), []
    run_next_job = worker.run_next_job

    def next_job(name):
        asked.append(name)
        if len(asked) <= 3:
            raise OperationalError("the database system is starting up")
        done = run_next_job(name)
        stop.set()
        return done

    monkeypatch.setattr(worker, "_IDLE_SECONDS", 0.0)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "run_next_job", next_job)
    worker.run_worker(stop)

    assert Job.objects.get(pk=job_id).result == 5


def test_clock_put_back_makes_no_fresh_job_wait():
    queued()

    assert claim(worker="a", at=AT - timedelta(hours=1), lease=LEASE) is not None


def test_clock_put_back_keeps_what_was_asked_for_later():
    Job.objects.create(
        task="tests.core.jobs.sample_tasks.add", run_after=AT + timedelta(minutes=5), created_at=AT
    )

    assert claim(worker="a", at=AT - timedelta(hours=1), lease=LEASE) is None


def test_clock_put_back_frees_the_lease_of_a_dead_worker():
    job = queued()
    claim(worker="dead", at=AT, lease=LEASE)

    taken = claim(worker="b", at=AT - timedelta(hours=1), lease=LEASE)

    assert (taken.pk, taken.worker) == (job.pk, "b")
