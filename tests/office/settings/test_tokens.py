"""A director sees everybody's tokens of programs and shuts one; nobody reads its secret."""

from datetime import timedelta

import pytest
from django.test import Client as Browser

from vernost.core.actions.api_token import issue_api_token
from vernost.core.clock import now
from vernost.core.enums import Face, TokenScope
from vernost.core.models import ApiToken, AuditEntry


def issue(owner, name="Accounting", days=30):
    at = now()
    return issue_api_token(
        owner=owner, name=name, scopes=[TokenScope.CLIENTS_WRITE], expires_at=at + timedelta(days=days), by=owner,
        at=at, face=Face.WEB,
    )  # fmt: skip


def test_director_shuts_a_token_of_another(browser_of, director, anna):
    token, secret = issue(anna)
    browser = browser_of(director)
    program = Browser(headers={"Authorization": f"Bearer {secret}"})
    assert program.get("/api/v1/me").status_code == 200

    page = browser.get("/settings/tokens/").content.decode()
    assert "Accounting" in page
    assert "Anna" in page
    assert secret not in page
    browser.post(f"/settings/tokens/{token.pk}/shut/")

    assert program.get("/api/v1/me").status_code == 401
    assert "No program comes in here" in browser.get("/settings/tokens/").content.decode()
    entry = AuditEntry.objects.filter(kind="core.apitoken").latest("pk")
    assert (entry.by, entry.object_id, list(entry.changes)) == (director, token.pk, ["revoked_at"])


def test_nobody_else_sees_or_shuts_them(browser_of, anna, boris, vera):
    token, _secret = issue(anna)

    for person in (anna, boris, vera):
        assert browser_of(person).get("/settings/tokens/").status_code == 403
        assert browser_of(person).post(f"/settings/tokens/{token.pk}/shut/").status_code == 403
    assert ApiToken.objects.get().revoked_at is None


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(browser_of, director, anna, count, django_assert_max_num_queries):
    for number in range(count):
        issue(anna, f"Program {number}")
    browser = browser_of(director)
    browser.get("/settings/tokens/")

    with django_assert_max_num_queries(6):
        browser.get("/settings/tokens/")
