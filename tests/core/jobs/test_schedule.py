from datetime import timedelta

import pytest

from tests.core.jobs.sample_tasks import add, fail
from tests.factories.moments import AT
from vernost.core.jobs import schedule
from vernost.core.models import Job, Schedule

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def nightly(monkeypatch):
    monkeypatch.setattr(schedule, "_NIGHTLY", {})
    monkeypatch.setattr(schedule, "_FREQUENT", {})
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


def test_what_is_done_every_few_minutes_begins_at_once_and_keeps_its_period():
    schedule._NIGHTLY.clear()
    schedule.every_few_minutes(fail, minutes=2, needed=lambda at: True)

    minutes = [schedule.enqueue_due(AT + timedelta(minutes=n)) for n in range(5)]

    assert minutes == [1, 0, 1, 0, 1]


def test_what_has_nothing_to_do_is_not_enqueued():
    schedule._NIGHTLY.clear()
    schedule.every_few_minutes(fail, minutes=1, needed=lambda at: at > AT)

    assert [schedule.enqueue_due(AT), schedule.enqueue_due(AT + timedelta(minutes=1))] == [0, 1]
