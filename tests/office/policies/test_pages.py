"""Policies and exceptions as pages."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment, make_run
from tests.factories.clients import make_client, make_order
from tests.factories.moments import TODAY
from vernost.assessment.models import Breach
from vernost.assessment.queries.policy import SHIPPED, policy_of

FORM = {name: value for name, value in SHIPPED["reward"].items() if value is not False}


def test_everybody_reads_the_policies_and_the_director_changes_them(browser_of, anna, director):
    assert b"groups/reward" not in browser_of(anna).get("/policies/").content
    browser = browser_of(director)
    assert b"/policies/groups/reward/" in browser.get("/policies/").content

    response = browser.post("/policies/groups/reward/", FORM | {"discount_percent": "15"}, follow=True)

    assert policy_of("reward").discount_percent == Decimal(15)
    assert b"The policy holds from today." in response.content
    assert b"discount up to, %" in browser.get("/policies/groups/reward/").content
    browser.post("/policies/groups/reward/shipped/")
    assert policy_of("reward").discount_percent == Decimal(10)


def test_same_again_changes_nothing(browser_of, director):
    browser_of(director).post("/policies/groups/reward/", FORM)

    assert policy_of("reward").pk is None


def test_unknown_group_is_not_there(browser_of, director):
    assert browser_of(director).get("/policies/groups/friends/").status_code == 404


@pytest.fixture
def breach(client_one):
    make_assessment(client_one, make_run(as_of=TODAY - timedelta(days=2)), group="discipline")
    make_order(client_one, discount_percent=Decimal(3))
    return Breach.objects.get()


def test_breach_without_a_person_is_answered_for(browser_of, boris, breach):
    browser = browser_of(boris)
    assert b"nobody: answer for it" in browser.get("/policies/exceptions/").content

    browser.post(f"/policies/exceptions/{breach.pk}/", {"why": "Agreed in spring"})

    page = browser.get("/policies/exceptions/?exceptions=1").content
    assert b"Agreed in spring" in page
    assert b"Discount of 3%, the policy allows up to 0%." in page


def test_another_team_sees_no_breach_of_ours(browser_of, vera, breach):
    assert b"Client One" not in browser_of(vera).get("/policies/exceptions/").content


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, count, django_assert_num_queries):
    for number in range(count):
        client = make_client(f"Client {number}", owner=anna)
        make_assessment(client, group="discipline")
        make_order(client, discount_percent=Decimal(3))
    browser = browser_of(boris)

    # Session, person, the company's currency, people of the team, count, numbers, rows, owners of the filter.
    with django_assert_num_queries(8):
        browser.get("/policies/exceptions/")


def test_card_says_what_the_client_may_get(browser_of, anna, client_one):
    make_assessment(client_one, group="manage")

    page = browser_of(anna).get(f"/clients/{client_one.pk}/").content.decode()

    assert "What this client may get" in page
    assert "3 h in 90 days" in page
