"""The register of gone clients as pages."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.care.actions.register import keep_register
from vernost.care.models import Attempt
from vernost.care.queries.win_back import win_back_of

LAST = date(2025, 6, 1)


def gone(client, brought=1000):
    make_assessment(client, stage="lost", first_on=LAST, last_on=LAST, net_contribution=Decimal(brought))
    keep_register(as_of=TODAY, at=AT)


def test_most_significant_come_first(browser_of, anna):
    for name, brought in (("Small", 100), ("Large", 9000), ("Middle", 500)):
        gone(make_client(name, owner=anna), brought)

    page = browser_of(anna).get("/win-back/").content.decode()

    assert page.index("Large") < page.index("Middle") < page.index("Small")


def test_rule_holds_an_attempt_back_until_the_reason_is_mended(browser_of, anna, client_one):
    gone(client_one)
    browser, page = browser_of(anna), f"/clients/{client_one.pk}/win-back/"
    browser.post(f"{page}edit/", {"reason": "quality", "budget": "500"})
    attempt = {"tried_on": "2026-03-05", "what": "A call", "result": "thinks", "next_on": "2026-04-01"}

    said = browser.post(f"{page}attempts/new/", attempt).content.decode()
    assert "The rule says: mend the quality first." in said
    assert not Attempt.objects.exists()

    browser.post(f"{page}edit/", {"reason": "quality", "budget": "500", "mended_on": "2026-03-01"})
    browser.post(f"{page}attempts/new/", attempt)

    assert Attempt.objects.get().person == anna
    assert win_back_of(client_one).next_on == date(2026, 4, 1)
    assert b"A call" in browser.get(page).content


def test_client_who_is_here_has_no_line(browser_of, anna, client_one):
    assert b"not in the register" in browser_of(anna).get(f"/clients/{client_one.pk}/win-back/").content


def test_numbers(browser_of, boris, client_one):
    gone(client_one)

    page = browser_of(boris).get("/win-back/numbers/").content.decode()

    assert "<dt>Gone</dt><dd>1</dd>" in page


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, count, django_assert_num_queries):
    for number in range(count):
        gone(make_client(f"Client {number}", owner=anna))
    browser = browser_of(boris)

    # Session, person, people of the team, count, numbers, rows, owners of the filter.
    with django_assert_num_queries(7):
        browser.get("/win-back/")
