"""Scorecards in the office: one's own, one's head's view, nobody else's; printed and taken away."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from tests.factories.ideas import make_idea
from tests.factories.people import make_user
from vernost.core.clock import now, today
from vernost.core.enums import Role
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


def links_of(page):
    return {unescape(one) for one in re.findall(r'href="([^"]+)"', page)}


def test_every_number_of_a_team_opens_to_its_rows(browser_of, boris, anna, counted):
    browser, team = browser_of(boris), f"/scorecards/teams/{boris.team_id}/"
    page = text_of(browser.get(team))

    assert f"{team}clients_kept/" in links_of(page)
    assert f"{team}clients_kept/#others" in links_of(page)
    rows = text_of(browser.get(f"{team}clients_kept/"))
    assert "100%" in rows
    assert f"/clients/{anna.clients.get().pk}/" in rows
    assert "Counted anew" not in rows
    (address,) = [one for one in links_of(page) if one.startswith("/clients/?group=manage")]
    assert f"owner={anna.pk}" in address
    found = text_of(browser.get(address))
    assert "Client One" in found


def test_number_of_a_quarter_ago_opens_to_its_own_rows(browser_of, anna, counted, client_one):
    """The order of ten days ago is none of them."""
    ScorecardMeasure.objects.create(measure="orders", place=1)
    make_order(client_one, ordered_on=today() - timedelta(days=200))
    count_everything(on=today())
    address = f"/scorecards/people/{anna.pk}/orders/"

    now, then = (text_of(browser_of(anna).get(address + asked)) for asked in ("", "?then=1"))

    assert (now.count(f"/clients/{client_one.pk}/"), then.count(f"/clients/{client_one.pk}/")) == (2, 1)


def test_what_was_written_since_is_said(browser_of, anna, counted, client_one):
    ScorecardMeasure.objects.create(measure="orders", place=1)
    count_everything(on=today())
    make_order(client_one, ordered_on=today() - timedelta(days=3))

    assert "it is 2: something was written" in text_of(
        browser_of(anna).get(f"/scorecards/people/{anna.pk}/orders/")
    )


def test_others_are_those_whom_one_may_see(browser_of, anna, director, counted):
    address = f"/scorecards/people/{anna.pk}/clients_kept/"

    assert "Vera" in text_of(browser_of(director).get(address))
    assert "Vera" not in text_of(browser_of(anna).get(address))


def test_rows_of_others_and_of_sums_are_closed(browser_of, anna, vera, boris, director, counted):
    service = make_user("Sonya", Role.SERVICE, anna.team)
    make_client("Hers", owner=service)
    count_everything(on=today())

    assert browser_of(vera).get(f"/scorecards/people/{anna.pk}/clients_kept/").status_code == 404
    assert browser_of(anna).get(f"/scorecards/teams/{anna.team_id}/clients_kept/").status_code == 404
    assert browser_of(anna).get("/scorecards/company/clients_kept/").status_code == 403
    assert browser_of(director).get("/scorecards/company/nonsense/").status_code == 404
    assert browser_of(service).get(f"/scorecards/people/{service.pk}/loyalty_money/").status_code == 404


def test_ideas_lead_to_those_ideas(browser_of, anna, vera, counted):
    make_idea(anna, title="Tea for all", at=now())
    make_idea(vera, title="Coffee for all", at=now())

    page = text_of(browser_of(anna).get(f"/scorecards/people/{anna.pk}/"))
    (address,) = [one for one in links_of(page) if one.startswith("/ideas/?")]
    found = text_of(browser_of(anna).get(address))

    assert "Tea for all" in found
    assert "Coffee for all" not in found


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
