from datetime import timedelta

import pytest

from vernost.core.clock import now
from vernost.core.enums import JobState
from vernost.core.models import Job

TOKEN = {"authorization": "Bearer token of monitoring"}


@pytest.fixture
def watched(settings):
    settings.VERNOST_METRICS_TOKEN = "token of monitoring"


def test_without_a_token_there_is_no_such_page(client, db):
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404


def test_wrong_token_learns_nothing(client, db, watched):
    assert client.get("/metrics", headers={"authorization": "Bearer guess"}).status_code == 404


def test_waiting_work_is_told(client, db, watched):
    """Two jobs wait, the older one for an hour; one has failed."""
    at = now()
    for minutes in (60, 5):
        Job.objects.create(task="t", created_at=at, run_after=at - timedelta(minutes=minutes))
    Job.objects.create(task="t", created_at=at, run_after=at, finished_at=at, state=JobState.FAILED)

    lines = client.get("/metrics", headers=TOKEN).content.decode().splitlines()

    assert 'vernost_jobs{state="queued"} 2.0' in lines
    assert 'vernost_jobs{state="failed"} 1.0' in lines
    wait = next(line for line in lines if line.startswith("vernost_job_wait_seconds "))
    assert 3600 <= float(wait.split()[1]) < 3700
    assert "vernost_judged_age_seconds -1.0" in lines
