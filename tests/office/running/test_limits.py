import pytest


@pytest.fixture
def at_most_two(settings):
    settings.VERNOST_LIMITS = {"search": (2, 60), "export": (2, 600)}


def test_the_third_search_is_refused_with_the_way_on(browser_of, anna, at_most_two):
    anna_browser = browser_of(anna)
    assert [anna_browser.get("/search/?q=a").status_code for _ in range(3)] == [200, 200, 429]

    refused = anna_browser.get("/search/?q=a")

    assert 0 < int(refused["Retry-After"]) <= 60
    assert b"More than 2 times within a minute" in refused.content
    assert b"Nothing was changed" in refused.content
    assert anna_browser.get("/").status_code == 200


def test_the_palette_hears_why(browser_of, anna, at_most_two):
    anna_browser = browser_of(anna)
    for _ in range(2):
        anna_browser.get("/search/?q=a")

    refused = anna_browser.get("/search/?q=a", headers={"accept": "application/json"})

    assert refused.status_code == 429
    assert "Go on in" in refused.json()["said"]


def test_files_of_lists_and_of_everything_are_counted_together(browser_of, director, at_most_two):
    browser = browser_of(director)
    assert browser.get("/clients/?format=csv").status_code == 200
    assert browser.post("/data/export/", {"format": "csv"}).status_code == 302

    refused = browser.get("/settings/people/?format=xlsx")

    assert refused.status_code == 429
    assert b"More than 2 times within 10 minutes" in refused.content
    assert browser.get("/data/export/").status_code == 200
