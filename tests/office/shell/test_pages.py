import pytest
from django.test import Client as Browser

from vernost.core.enums import Language


@pytest.mark.parametrize(("language", "word"), [(Language.RUSSIAN, "Клиенты"), (Language.ENGLISH, "Clients")])
def test_page_speaks_the_language_of_the_person(browser_of, anna, language, word):
    anna.language = language
    anna.save()

    text = browser_of(anna).get("/clients/").content.decode()

    assert f'<html lang="{language}"' in text
    assert f"<h1>{word}</h1>" in text


def test_person_chooses_language_and_theme(browser_of, anna):
    browser = browser_of(anna)

    browser.post("/looks/", {"language": "ru", "next": "/clients/"})
    response = browser.post("/looks/", {"theme": "dark", "next": "https://elsewhere.example/"})

    anna.refresh_from_db()
    assert (anna.language, anna.theme) == ("ru", "dark")
    assert response.url == "/"


def test_policy_allows_no_inline_scripts(client, db):
    policy = client.get("/login/")["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("language", "title"), [("ru", "Не найдено"), ("en", "Not found")])
def test_missing_page_says_what_to_do(browser_of, anna, language, title):
    anna.language = language
    anna.save()

    response = browser_of(anna).get("/nowhere/")

    assert response.status_code == 404
    assert title in response.content.decode()


def test_old_form_says_that_nothing_was_lost(anna):
    response = Browser(enforce_csrf_checks=True).post("/login/", {"login": anna.email})

    assert response.status_code == 403
    assert "Nothing was changed" in response.content.decode()


def test_login_ignores_the_case_of_the_address(client, anna):
    response = client.post("/login/", {"login": "ANNA@firm.example", "password": "correct horse battery"})

    assert response.url == "/"


def test_palette_finds_own_clients_and_pages(browser_of, anna, client_one, client_two):
    answer = browser_of(anna).get("/search/?q=client", headers={"Accept": "application/json"})

    assert [hit["label"] for hit in answer.json()["hits"]] == [
        "Clients", "Key clients", "Letters to clients", "New client", "Client One",
    ]  # fmt: skip
