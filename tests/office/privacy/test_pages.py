"""The register, the rules of how long, and who came to whose data."""

from datetime import date, timedelta

import pytest

from tests.factories.clients import make_client
from tests.factories.moments import AT
from vernost.clients.actions.contact import create_contact
from vernost.clients.models import Contact
from vernost.core.actions.privacy import let_go, note_opening, set_privacy
from vernost.core.clock import now
from vernost.core.enums import Face, Reading, Verb
from vernost.core.models import AccessEntry, AuditEntry, Privacy
from vernost.core.personal import holdings
from vernost.core.retention import before
from vernost.office.privacy.activities import PURPOSES
from vernost.transfer.models import Erasure

_RULES = {"operator": "Firm", "address": "", "responsible": "Dina", "contact": "d@firm.example"}


def rules(director, **months):
    return set_privacy(**_RULES, months=months, by=director, at=AT, face=Face.WEB)


def test_every_area_that_holds_personal_data_has_its_purpose():
    assert {one.model._meta.app_label for one in holdings()} - set(PURPOSES) == set()


@pytest.mark.parametrize(("language", "words"), [("en", "article 30"), ("ru", "152-ФЗ")])
def test_register_is_there_in_both_languages(browser_of, director, language, words):
    director.language = language
    director.save()
    rules(director)

    page = browser_of(director).get("/settings/privacy/").content.decode()

    assert words in page
    assert "d@firm.example" in page
    assert "birthday" in page or "рожден" in page


def test_register_as_a_file_has_a_line_for_each_activity(browser_of, director):
    response = browser_of(director).get("/settings/privacy/?format=csv")

    lines = b"".join(response.streaming_content).decode().splitlines()
    assert len(lines) > 5
    assert "Base of clients" in lines[1]


def test_opening_a_card_counts_once_a_day(browser_of, anna, client_one):
    browser = browser_of(anna)
    for path in ("", "edit/", "log/"):
        browser.get(f"/clients/{client_one.pk}/{path}")

    found = AccessEntry.objects.values_list("by", "what", "kind", "object_id")
    assert list(found) == [(anna.pk, Reading.OPENED, "clients.client", client_one.pk)]


def test_what_was_refused_or_only_listed_is_not_written_down(browser_of, anna, client_one, client_two):
    browser = browser_of(anna)
    browser.get(f"/clients/{client_two.pk}/")
    browser.get("/clients/")

    assert AccessEntry.objects.count() == 0


def test_exports_count_every_time(browser_of, anna, client_one):
    browser = browser_of(anna)
    for _ in range(2):
        browser.get("/clients/?format=csv")

    found = AccessEntry.objects.values_list("what", "kind", "object_id")
    assert list(found) == [(Reading.EXPORTED, "clients", None)] * 2


def test_director_who_looks_as_another_is_the_one_who_came(browser_of, director, anna, client_one):
    browser = browser_of(director)
    browser.post(f"/settings/people/{anna.pk}/look/")
    browser.get(f"/clients/{client_one.pk}/")

    assert AccessEntry.objects.get().by == director


def test_everything_shown_is_written_down(browser_of, director, client_one):
    browser_of(director).get(f"/data/person/client/{client_one.pk}/")

    assert AccessEntry.objects.get().what == Reading.SHOWN


def test_director_sees_who_came(browser_of, director, anna, client_one):
    browser_of(anna).get(f"/clients/{client_one.pk}/")

    page = browser_of(director).get("/settings/privacy/access/").content.decode()

    assert "Client One" in page
    assert "opened the card" in page


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(browser_of, director, anna, count, django_assert_max_num_queries):
    for number in range(count):
        one = make_client(f"C{number}", owner=anna)
        note_opening(by=anna, kind="clients.client", object_id=one.pk, on=date(2026, 3, 5), at=AT)
    browser = browser_of(director)
    browser.get("/settings/privacy/access/")

    with django_assert_max_num_queries(8):
        browser.get("/settings/privacy/access/")


def test_old_accesses_go_by_the_rule_and_young_stay(director, anna, client_one):
    for days in (100, 10):
        at = AT - timedelta(days=days)
        note_opening(by=anna, kind="clients.client", object_id=client_one.pk, on=at.date(), at=at)
    rules(director, accesses=2)

    assert let_go(at=AT) == {"accesses": 1}

    assert AccessEntry.objects.get().at == AT - timedelta(days=10)
    line = AuditEntry.objects.get(verb=Verb.REMOVED)
    assert line.changes == {"accesses": [1, 0]}


def test_nothing_goes_that_is_kept_for_ever(director, anna, client_one):
    at = AT - timedelta(days=4000)
    note_opening(by=anna, kind="clients.client", object_id=client_one.pk, on=at.date(), at=at)
    rules(director, accesses=None)

    assert let_go(at=AT) == {}
    assert AccessEntry.objects.count() == 1


def test_people_of_a_client_who_left_are_erased_with_a_certificate(director, anna, client_one, client_two):
    for client in (client_one, client_two):
        create_contact(client=client, name="Ivan Petrov", by=anna, at=AT, face=Face.WEB)
    client_one.ended_on = AT.date() - timedelta(days=800)
    client_one.save()
    rules(director, people_who_left=24)

    assert let_go(at=AT)["people_who_left"] == 1

    assert [one.client_id for one in Contact.objects.all()] == [client_two.pk]
    assert Erasure.objects.get().erased_by == director


def test_page_shows_what_would_go_and_saves_the_rules(browser_of, director, anna, client_one):
    at = now() - timedelta(days=800)
    note_opening(by=anna, kind="clients.client", object_id=client_one.pk, on=at.date(), at=at)
    browser = browser_of(director)

    browser.post("/settings/privacy/retention/", {**_RULES, "months_accesses": "24"})

    assert Privacy.objects.get().months["accesses"] == 24
    assert Privacy.objects.get().months["people_who_left"] is None
    page = browser.get("/settings/privacy/retention/").content.decode()
    assert "24 months" in page
    assert '<td class="end">1</td>' in page


def test_a_month_ago_is_a_day_that_there_was():
    assert before(1, AT.replace(month=3, day=31)).date() == date(2026, 2, 28)
    assert before(14, AT.replace(month=1, day=5)).date() == date(2024, 11, 5)
