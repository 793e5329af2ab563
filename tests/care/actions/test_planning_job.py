"""A planning is asked for with the change that needs it: both stand, or neither."""

import pytest
from django.db import transaction

from tests.factories.care import make_rule
from tests.factories.moments import AT
from vernost.care.actions.care_settings import change_limits
from vernost.care.actions.rule import change_rule, remove_rule
from vernost.care.models import Capacity
from vernost.core.enums import Face
from vernost.core.jobs.worker import run_queued_jobs
from vernost.core.models import Job

pytestmark = pytest.mark.django_db


def waiting():
    return Job.objects.filter(task="vernost.care.tasks.plan_all_touches", state="queued").count()


def test_each_change_of_the_standard_asks_once(director, anna):
    stamp = {"by": director, "at": AT, "face": Face.WEB}
    rule = make_rule()
    assert waiting() == 1
    run_queued_jobs()

    change_rule(rule=rule, values={"note": "Say thanks"}, **stamp)
    change_limits(values={"cap_days": 40}, capacities={anna: 5}, **stamp)
    assert waiting() == 1
    run_queued_jobs()

    remove_rule(rule=rule, **stamp)
    assert waiting() == 1


def test_what_is_rolled_back_asks_for_nothing(director, anna):
    with transaction.atomic():
        change_limits(values={"cap_days": 40}, capacities={anna: 5}, by=director, at=AT, face=Face.WEB)
        transaction.set_rollback(True)

    assert waiting() == 0
    assert not Capacity.objects.exists()
