from datetime import timedelta

from tests.factories.moments import AT
from vernost.core.access import Action, Scope, scope_of
from vernost.core.actions.api_token import issue_api_token, note_use_of_api_token, revoke_api_token
from vernost.core.enums import Face, TokenScope
from vernost.core.models import AuditEntry
from vernost.core.queries.api_token import living_api_token

LATER = AT + timedelta(days=30)


def _issue(person, *scopes):
    return issue_api_token(
        owner=person, name="Program", scopes=scopes, expires_at=LATER, by=person, at=AT, face=Face.WEB
    )


def test_the_secret_is_long_and_kept_nowhere(anna):
    token, secret = _issue(anna, TokenScope.CLIENTS_READ)

    assert secret.startswith("vernost_")
    assert len(secret) >= 8 + 43
    assert secret not in str(vars(token))
    entry = AuditEntry.objects.get(kind="core.apitoken")
    assert secret not in str(entry.changes)
    assert token.secret_hash not in str(entry.changes)


def test_who_may_change_may_read(anna):
    token, _secret = _issue(anna, TokenScope.MONEY_WRITE)

    assert token.scopes == ["money:read", "money:write"]


def test_its_owner_is_held_to_its_scopes(director):
    _token, secret = _issue(director, TokenScope.CLIENTS_READ)

    person = living_api_token(secret, at=AT).owner

    assert person == director
    assert scope_of(person, Action.VIEW_CLIENT) is Scope.ALL
    assert scope_of(person, Action.CHANGE_CLIENT) is Scope.NONE
    assert scope_of(person, Action.MANAGE_PEOPLE) is Scope.NONE
    assert scope_of(director, Action.MANAGE_PEOPLE) is Scope.ALL


def test_it_adds_no_right(anna):
    _token, secret = _issue(anna, *TokenScope)

    person = living_api_token(secret, at=AT).owner

    assert scope_of(person, Action.REMOVE_CLIENT) is Scope.NONE
    assert scope_of(person, Action.VIEW_CLIENT) is Scope.OWN


def test_revoked_once_and_for_good(anna):
    token, secret = _issue(anna, TokenScope.CLIENTS_READ)

    revoke_api_token(token=token, by=anna, at=AT, face=Face.WEB)
    revoke_api_token(token=token, by=anna, at=LATER, face=Face.WEB)

    assert token.revoked_at == AT
    assert living_api_token(secret, at=AT) is None


def test_its_last_use_is_noted_to_the_minute(anna):
    token, _secret = _issue(anna, TokenScope.CLIENTS_READ)
    for seconds in (0, 30, 61):
        note_use_of_api_token(token=token, at=AT + timedelta(seconds=seconds))
        token.refresh_from_db()

    assert token.last_used_at == AT + timedelta(seconds=61)
