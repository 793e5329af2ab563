"""Scorecards in the office: one's own, one's head's view, nobody else's; printed and taken away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from tests.factories.people import make_user
from vernost.core.clock import today
from vernost.programmes.actions.counting import count_everything
from vernost.programmes.models import ScorecardMeasure


def text_of(response) -> str:
    return response.content.decode()


@pytest.fixture
def counted(anna, vera, director, client_one, client_two):
    for client in (client_one, client_two):
        make_order(client, ordered_on=today() - timedelta(days=500))
    make_order(client_one, ordered_on=today() - timedelta(days=10))
    make_assessment(client_one)
    count_everything(on=today())


def test_own_scorecard_and_its_parts(browser_of, anna, counted):
    page = text_of(browser_of(anna).get(f"/scorecards/people/{anna.pk}/"))

    # Kept all the clients of the year before; among all people half of them were.
    assert "Clients kept" in page
    assert "100%" in page
    assert "50%" in page
    assert "Clients by group" in page
    assert f"/clients/?group=manage&amp;owner={anna.pk}" in page


def test_only_oneself_ones_head_and_the_director(browser_of, anna, boris, vera, director, counted):
    address = f"/scorecards/people/{anna.pk}/"

    found = {one.name: browser_of(one).get(address).status_code for one in (anna, boris, vera, director)}
    assert found == {"Anna": 200, "Boris": 200, "Vera": 404, "Dina": 200}
    assert browser_of(boris).get(f"/scorecards/teams/{boris.team_id}/").status_code == 200
    assert browser_of(boris).get(f"/scorecards/teams/{vera.team_id}/").status_code == 404
    assert browser_of(anna).get(f"/scorecards/teams/{anna.team_id}/").status_code == 404
    assert browser_of(anna).get("/scorecards/company/").status_code == 403


def test_company_has_the_results_of_the_system(browser_of, director, counted):
    page = text_of(browser_of(director).get("/scorecards/company/"))

    assert "Inquiries for advice" in page
    assert "Profit from recommended clients" in page


def test_printed_and_as_a_file(browser_of, director, anna, counted):
    browser = browser_of(director)
    address = f"/scorecards/people/{anna.pk}/"

    assert 'class="printed"' in text_of(browser.get(f"{address}?print=1"))
    file = b"".join(browser.get(f"{address}?sheet=relations&format=csv").streaming_content).decode()
    assert "Clients kept" in file
    assert "100.00" in file


def test_director_chooses_the_lines(browser_of, director, counted):
    browser = browser_of(director)

    browser.post("/scorecards/lines/", {"lines": ["orders", "rating"]})

    assert list(ScorecardMeasure.objects.order_by("place").values_list("measure", flat=True)) == [
        "rating", "orders",
    ]  # fmt: skip


def test_queries_do_not_grow_with_the_people(browser_of, director, anna, counted):
    browser, counts = browser_of(director), []
    for address in ("/scorecards/", f"/scorecards/people/{anna.pk}/"):
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        counts.append(len(queries))

    for name in ("Zoe", "Yan"):
        make_client(f"Client of {name}", owner=make_user(name, anna.role, anna.team))
    count_everything(on=today())
    for address, before in zip(("/scorecards/", f"/scorecards/people/{anna.pk}/"), counts, strict=True):
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        assert len(queries) == before
