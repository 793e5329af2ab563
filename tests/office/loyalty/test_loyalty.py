"""Loyalty in the office: of one client, of the company, and the list of factors."""

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_order
from tests.factories.moments import TODAY
from tests.factories.people import make_user
from vernost.assessment.models import Expectation, FactorMark, LoyaltyFactor
from vernost.core.enums import Role
from vernost.voice.models import Rating


@pytest.fixture
def judged(client_one):
    return make_assessment(
        client_one, nps_last=9.0, revenue_window=500, revenue_previous=2000, by_compulsion=True
    )


@pytest.fixture
def polite(db):
    return LoyaltyFactor.objects.get(code="civil")


def text_of(response) -> str:
    return response.content.decode().replace("\xa0", " ")


def test_broken_condition_stands_at_the_head_and_in_the_history(browser_of, anna, client_one, judged, polite):
    browser = browser_of(anna)
    fields = {
        "state": "broken",
        "noted_on": "2026-03-01",
        "source": "Their secretary",
        "note": "On the phone",
    }

    browser.post(f"/clients/{client_one.pk}/loyalty/factors/{polite.pk}/", fields)

    card = text_of(browser.get(f"/clients/{client_one.pk}/"))
    assert "Nobody of ours is rude to them" in card
    assert "Their secretary, 1 Mar 2026. On the phone" in card
    assert "Nobody of ours is rude to them: broken" in card
    assert "Client One" in text_of(browser.get("/clients/?hygiene=1"))
    assert "Client One" in text_of(browser.get(f"/clients/?broken={polite.pk}"))
    assert "Nobody of ours is rude to them" in text_of(browser.get("/loyalty/"))

    browser.post(f"/clients/{client_one.pk}/loyalty/factors/{polite.pk}/", fields | {"state": ""})
    assert not FactorMark.objects.filter(over_at=None).exists()
    assert "Client One" not in text_of(browser.get("/clients/?hygiene=1"))


def test_words_against_deeds_with_the_rows_of_both(browser_of, anna, client_one, judged):
    make_order(client_one, ordered_on=TODAY, amount=500)
    Rating.objects.create(client=client_one, rated_on=TODAY, measure="nps", value=9)
    browser = browser_of(anna)

    page = text_of(browser.get(f"/clients/{client_one.pk}/loyalty/"))

    assert "Says well, buys less" in page
    assert "₽500" in page
    assert "they must, not because they choose" in page
    assert "Chooses us as long as" in page, "the next level is explained"
    assert "words and deeds part" in text_of(browser.get(f"/clients/{client_one.pk}/"))
    assert "Client One" in text_of(browser.get("/clients/?parting=1"))
    assert "Client One" in text_of(browser.get("/clients/?compelled=1"))
    assert "Client One" in text_of(browser.get("/loyalty/"))


def test_lists_are_taken_away_as_files_by_who_may(browser_of, anna, client_one, judged):
    browser = browser_of(anna)
    browser.post(
        f"/clients/{client_one.pk}/loyalty/expectations/",
        {"noted_on": "2026-03-01", "source": "Survey", "price_wanted": "9", "price_given": "4"},
    )

    def lines(sheet):
        content = browser.get(f"/loyalty/?sheet={sheet}&format=csv").getvalue().decode("utf-8-sig")
        return [line.split(",") for line in content.splitlines()]

    head, row = lines("parting")
    assert head[:2] == ["Client", "Owner"]
    assert row[:2] == ["Client One", "Anna"]
    head, row = lines("gaps-group")
    assert (head[0], head[1], float(row[1].replace(",", "."))) == ("Clients", "the lowest price", 5.0)
    assert browser.get("/loyalty/?sheet=broken&format=xlsx").content.startswith(b"PK")
    service = browser_of(make_user("Sonya", Role.SERVICE)).get("/loyalty/?sheet=parting&format=csv")
    assert "text/html" in service["Content-Type"]


def test_service_sees_no_sums(browser_of, client_one, judged):
    make_order(client_one, ordered_on=TODAY, amount=500)
    browser = browser_of(make_user("Sonya", Role.SERVICE))

    assert "₽" not in text_of(browser.get(f"/clients/{client_one.pk}/loyalty/"))
    assert "₽" not in text_of(browser.get("/loyalty/"))


def test_scorecard_is_noted_once_a_day_and_shows_the_gap(browser_of, anna, client_one, judged):
    browser, address = browser_of(anna), f"/clients/{client_one.pk}/loyalty/expectations/"
    fields = {"noted_on": "2026-03-01", "source": "Survey", "price_wanted": "9", "price_given": "4"}

    browser.post(address, fields)
    again = text_of(browser.post(address, fields))
    empty = text_of(browser.post(address, {"noted_on": "2026-03-02", "source": "Survey"}))
    wild = text_of(browser.post(address, fields | {"noted_on": "2026-03-03", "price_wanted": "11"}))

    assert "There is a scorecard of this day" in again
    assert "Nothing is noted yet" in empty
    assert "less than or equal to 10" in wild
    assert Expectation.objects.count() == 1
    assert "9/4" in text_of(browser.get(f"/clients/{client_one.pk}/"))
    for by in ("group", "segment"):
        assert "5.0" in text_of(browser.get(f"/loyalty/?by={by}"))


def test_director_words_a_factor_anew_and_removes_it(browser_of, director, client_one, polite):
    browser, address = browser_of(director), f"/settings/loyalty/{polite.pk}/"
    fields = {"name": "We greet them by name", "kind": "hygiene", "area": "people"}

    browser.post(address, fields | {"name": "Nobody of ours is rude to them"})
    polite.refresh_from_db()
    assert polite.name == "", "unchanged words stay translated"
    browser.post(address, fields)
    assert "We greet them by name" in text_of(browser.get(f"/clients/{client_one.pk}/loyalty/"))

    page = browser.post(f"{address}remove/", follow=True)
    assert "We greet them by name" not in text_of(browser.get(f"/clients/{client_one.pk}/loyalty/"))
    run = text_of(page).split("/undo/")[1].split("/")[0]
    browser.post(f"/undo/{run}/")
    assert "We greet them by name" in text_of(browser.get(f"/clients/{client_one.pk}/loyalty/"))
