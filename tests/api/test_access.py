"""Every operation × every role × a client of his own or another's, compared with the written table."""

import re

import pytest

from tests.api.operations import NUMBERS, OTHER_NUMBERS, ROLES, TABLE
from tests.factories.clients import make_client
from tests.factories.people import make_user
from vernost.api.interface import api
from vernost.core.access import _OPENED_BY, Action, opened_by
from vernost.core.enums import Role, TokenScope

LETTERS = {200: "o", 201: "o", 204: "o", 403: "f", 404: "-", 409: "g", 422: "w"}


def _operations() -> dict[str, tuple[str, str, str | None]]:
    """Name -> method, path, scope."""
    return {
        operation["operationId"]: (method, path, operation.get("x-scope"))
        for path, operations in api.get_openapi_schema()["paths"].items()
        for method, operation in operations.items()
    }


OPERATIONS = _operations()


def _ask(program, name, person, client):
    method, path, _scope = OPERATIONS[name]
    number = OTHER_NUMBERS.get(name)
    address = re.sub(r"{(\w+)}", lambda place: str((number or NUMBERS[place[1]])(client)), path)
    address, body = address + TABLE[name].query, TABLE[name].body
    given = body(person, client) if body else {}
    # A file comes as form data.
    sent = {"data": given} | ({} if "file" in given else {"content_type": "application/json"}) if body else {}
    response = getattr(program, method)(address, **sent)
    if response.streaming:
        # Read to its end, a file is closed.
        response.getvalue()
    return response


def test_every_operation_has_a_row():
    assert set(OPERATIONS) == set(TABLE)


def test_every_operation_but_me_has_a_scope_and_a_right():
    document = api.get_openapi_schema()["paths"]
    bare = {
        operation["operationId"]
        for operations in document.values()
        for operation in operations.values()
        if "x-scope" not in operation or "x-right" not in operation
    }

    assert bare == {"me"}


@pytest.mark.parametrize("name", sorted(TABLE))
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("whose", ["own", "foreign"])
def test_table_holds(name, role, whose, program_of, north, vera):
    person = make_user("Somebody", Role(role), north)
    client = make_client("Client", owner={"own": person, "foreign": vera}[whose])

    response = _ask(program_of(person), name, person, client)

    assert LETTERS[response.status_code] == getattr(TABLE[name], whose)[ROLES.index(role)], response.content


@pytest.mark.parametrize("name", sorted(TABLE))
def test_who_has_no_token_gets_nothing(name, client, director, client_one):
    response = _ask(client, name, director, client_one)

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response.json()["code"] == "no_token"


@pytest.mark.parametrize("name", sorted(TABLE))
def test_session_opens_nothing(name, browser_of, director, client_one):
    assert _ask(browser_of(director), name, director, client_one).status_code == 401


@pytest.mark.parametrize("name", sorted(set(TABLE) - {"me"}))
def test_other_scopes_open_nothing(name, program_of, director, client_one):
    scope = OPERATIONS[name][2]
    area = scope.partition(":")[0]
    others = [one for one in TokenScope if one != scope and not one.startswith(f"{area}:w")]

    response = _ask(program_of(director, *others), name, director, client_one)

    assert response.status_code == 403
    assert response.json()["code"] == "scope_missing"
    assert scope in response.json()["detail"]


def test_every_action_says_which_scopes_open_it():
    """What is closed to programs is closed on purpose."""
    assert set(_OPENED_BY) == set(Action)
    assert {Action.MANAGE_PEOPLE, Action.ERASE_PERSON} & opened_by(TokenScope) == set()
