from datetime import timedelta

import pytest

from tests.factories.moments import TODAY
from vernost.assessment.actions.standing import move
from vernost.assessment.models import Standing

DAY = timedelta(days=1)


@pytest.fixture
def places(client_one):
    """(since, until, group) of the client's history, in days from TODAY."""

    def read():
        rows = Standing.objects.filter(client=client_one).order_by("since_on")
        return [
            ((one.since_on - TODAY).days, one.until_on and (one.until_on - TODAY).days, one.group)
            for one in rows
        ]

    return read


def stand(client, group, day):
    return move(rows=[(client.pk, group, "regular", "none")], as_of=day)


def test_history_grows_only_when_something_changes(client_one, places):
    assert stand(client_one, "manage", TODAY) == 1
    assert stand(client_one, "manage", TODAY + DAY) == 0
    assert stand(client_one, "reward", TODAY + 2 * DAY) == 1

    assert places() == [(0, 2, "manage"), (2, None, "reward")]


def test_the_same_day_judged_again_keeps_its_last_answer(client_one, places):
    stand(client_one, "manage", TODAY)
    stand(client_one, "reward", TODAY + DAY)

    stand(client_one, "fire", TODAY + DAY)

    assert places() == [(0, 1, "manage"), (1, None, "fire")]


def test_an_earlier_day_forgets_what_was_said_of_later_ones(client_one, places):
    stand(client_one, "manage", TODAY)
    stand(client_one, "reward", TODAY + 5 * DAY)

    stand(client_one, "manage", TODAY + DAY)

    assert places() == [(0, None, "manage")]
