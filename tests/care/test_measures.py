from datetime import timedelta

import pytest

from tests.factories.care import make_rule, make_touch
from tests.factories.moments import TODAY
from vernost.clients.models import Client
from vernost.programmes.measures.measure import Unknown, measure_of, measures_of_one

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


def value(since, until):
    return measure_of("contacts_in_time").compute(Client.objects.all(), since, until)


def test_contacts_in_time_are_of_those_whose_latest_day_has_come(client_one):
    rule = make_rule()
    made = {"state": "done", "closed_on": TODAY - 20 * DAY}
    # Latest ten days after: one made in time, one too late, one missed, one still waiting, one skipped.
    make_touch(client_one, rule, TODAY - 25 * DAY, **made)
    make_touch(client_one, rule, TODAY - 35 * DAY, **made)
    make_touch(client_one, rule, TODAY - 45 * DAY, state="missed", closed_on=TODAY - 34 * DAY)
    make_touch(client_one, rule, TODAY - 5 * DAY)
    make_touch(client_one, rule, TODAY - 15 * DAY, state="skipped", reason="no", closed_on=TODAY)

    found = value(TODAY - 90 * DAY, TODAY)

    # One of three.
    assert (str(found.number), found.based_on) == ("33.3", 3)
    assert [row.number for row in found.rows(9)].count(None) == 2


def test_without_a_promise_nothing_was_kept_or_broken(client_one):
    assert value(TODAY, TODAY).unknown is Unknown.NO_PROMISES


def test_a_plan_is_not_measured_by_what_is_said_of_many():
    codes = {one.code for one in measures_of_one()}

    assert {"orders", "contacts_in_time", "share_of_wallet"} <= codes
    assert not codes & {"regular_share", "joined", "clients_kept"}
