from datetime import timedelta

import pytest

from tests.core.jobs.sample_tasks import add
from tests.factories.moments import AT
from vernost.core.jobs import schedule
from vernost.core.models import Job, Schedule

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def nightly(monkeypatch):
    monkeypatch.setattr(schedule, "_NIGHTLY", {})
    schedule.every_night(add, hour=3, left=1, right=2)


def test_a_new_installation_waits_for_its_first_night():
    assert schedule.enqueue_due(AT) == 0
    assert schedule.enqueue_due(AT + DAY) == 1

    assert Job.objects.get().arguments == {"left": 1, "right": 2}


def test_once_a_night_however_often_the_workers_look():
    schedule.enqueue_due(AT)

    assert [schedule.enqueue_due(AT + DAY + timedelta(minutes=n)) for n in range(3)] == [1, 0, 0]


def test_missed_nights_are_made_up_for_once():
    Schedule.objects.create(name=add.module_path, last_at=AT)

    assert schedule.enqueue_due(AT + 10 * DAY) == 1
    assert schedule.enqueue_due(AT + 10 * DAY) == 0
