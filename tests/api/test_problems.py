"""Every error has one shape, in the language that was asked for, and tells no secret."""

import json
from datetime import timedelta

import pytest

from tests.factories.clients import make_client
from vernost.clients.queries.client import seen_by
from vernost.core.actions.api_token import issue_api_token, revoke_api_token
from vernost.core.clock import now
from vernost.core.enums import Face, TokenScope
from vernost.core.models import ApiToken

JSON = "application/json"


def _said(response):
    assert response["Content-Type"] == "application/problem+json"
    said = response.json()
    assert set(said) == {"type", "title", "status", "detail", "code", "errors"}
    assert said["status"] == response.status_code
    return said


def test_wrong_values_are_named_one_by_one(program_of, director):
    sent = {"name": "", "owner_id": "nobody", "industry": "x" * 201, "colour": "red", "kind": "dog"}
    sent |= {"email": "nobody", "founded_on": "1066-10-14", "since_on": "soon", "likes": "\0"}

    said = _said(program_of(director).post("/api/v1/clients", sent, content_type=JSON))

    assert said["code"] == "wrong_values"
    assert {one["where"]: one["what"] for one in said["errors"]} == {
        "body.name": "It may not be empty.",
        "body.owner_id": "It is no whole number.",
        "body.industry": "It is longer than 200 characters.",
        "body.colour": "There is no such value here.",
        "body.email": "It is no e-mail address.",
        "body.founded_on": "It is not between the years 1900 and 2199.",
        "body.since_on": "It is no day such as 2026-11-22.",
        "body.likes": "It holds a character that no text keeps.",
        "body.kind": "It is none of 'company', 'person'.",
    }


def test_the_language_is_that_of_the_header(program_of, director):
    said = _said(program_of(director, language="ru,en;q=0.5").get("/api/v1/clients/1"))

    assert said["title"] == "Не найдено"


def test_without_the_header_the_language_is_the_owners(program_of, director):
    director.language = "ru"
    director.save()
    program = program_of(director)
    del program.defaults["HTTP_ACCEPT_LANGUAGE"]

    assert _said(program.get("/api/v1/clients/1"))["title"] == "Не найдено"


@pytest.mark.parametrize("body", ["{", "\x00", "[1, 2", "{'name': 1}"])
def test_what_is_no_json_is_not_understood(body, program_of, director):
    assert _said(program_of(director).post("/api/v1/clients", body, content_type=JSON))["code"] == "not_json"


@pytest.mark.parametrize("body", ["[]", "null", "1", '"text"'])
def test_json_of_another_form_is_wrong(body, program_of, director):
    said = _said(program_of(director).post("/api/v1/clients", body, content_type=JSON))

    assert said["code"] == "wrong_values"


@pytest.mark.parametrize("name", ["\0", "a\0b", "\ud800"])
def test_text_that_no_database_keeps_is_wrong(name, program_of, director):
    sent = json.dumps({"name": name, "owner_id": director.pk})

    assert (
        _said(program_of(director).post("/api/v1/clients", sent, content_type=JSON))["code"] == "wrong_values"
    )


def test_a_large_body_is_not_read(program_of, director, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    sent = {"name": "x" * 2000, "owner_id": director.pk}

    assert _said(program_of(director).post("/api/v1/clients", sent, content_type=JSON))["code"] == "too_large"


def test_an_address_that_is_not_there(program_of, director):
    assert _said(program_of(director).get("/api/v1/nothing"))["code"] == "not_found"
    assert _said(program_of(director).get("/api/"))["code"] == "not_found"


def test_a_method_that_is_not_there(program_of, director):
    response = program_of(director).put("/api/v1/clients", {}, content_type=JSON)

    assert _said(response)["code"] == "no_such_method"
    assert response["Allow"] == "GET, POST"


def test_what_breaks_on_our_side_tells_nothing_of_itself(program_of, director, monkeypatch, caplog):
    def broken(*_args, **_values):
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr("vernost.api.clients.endpoints.create_client", broken)
    sent = {"name": "Client", "owner_id": director.pk}

    response = program_of(director).post("/api/v1/clients", sent, content_type=JSON)

    assert _said(response)["code"] == "broken"
    assert "secret" not in response.content.decode()
    assert "a secret of the house" in caplog.text


class TestToken:
    """What opens nothing."""

    @pytest.fixture
    def issued(self, anna):
        return issue_api_token(
            owner=anna,
            name="Program",
            scopes=[TokenScope.CLIENTS_READ],
            expires_at=now() + timedelta(hours=1),
            by=anna,
            at=now(),
            face=Face.WEB,
        )

    @pytest.fixture
    def ask(self, client, issued):
        return lambda: client.get("/api/v1/me", headers={"Authorization": f"Bearer {issued[1]}"})

    def test_a_living_one_opens(self, ask):
        assert ask().json()["scopes"] == ["clients:read"]

    def test_a_revoked_one(self, ask, issued, anna):
        revoke_api_token(token=issued[0], by=anna, at=now(), face=Face.WEB)

        assert _said(ask())["code"] == "no_token"

    def test_one_past_its_day(self, ask):
        past = now() - timedelta(days=1)
        ApiToken.objects.update(created_at=past, expires_at=past + timedelta(hours=1))

        assert ask().status_code == 401

    def test_one_of_a_person_who_was_switched_off(self, ask, anna):
        anna.is_active = False
        anna.save()

        assert ask().status_code == 401

    @pytest.mark.parametrize(
        "header", ["", "Bearer", "Bearer ", "Basic {}", "{}", "Bearer x{}", "Bearer é{}"]
    )
    def test_another_form_of_it(self, header, client, issued):
        headers = {"Authorization": header.format(issued[1])}

        assert client.get("/api/v1/me", headers=headers).status_code == 401

    def test_it_is_in_no_log(self, ask, issued, caplog):
        caplog.set_level("DEBUG")

        ask()

        assert issued[1] not in caplog.text


def test_who_asks_too_often_waits(program_of, anna, settings):
    settings.VERNOST_API_LIMIT = 2
    program = program_of(anna)
    for _ in range(2):
        assert program.get("/api/v1/me").status_code == 200

    response = program.get("/api/v1/me")

    assert _said(response)["code"] == "too_often"
    assert 1 <= int(response["Retry-After"]) <= 60
    assert program_of(anna).get("/api/v1/me").status_code == 200  # another token of his


def test_a_token_cuts_the_rights_of_what_is_shared_below(program_of, director, anna):
    """Prepared queries are made for a role: who comes with a token of few scopes gets another one."""
    client = make_client("Client", owner=anna)
    assert program_of(director).get(f"/api/v1/clients/{client.pk}").status_code == 200

    director.held_to = frozenset()

    assert seen_by(director, client.pk) is None
