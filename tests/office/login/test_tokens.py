"""A person's own page of tokens: shown once, his own alone, shut at once."""

import re

from django.test import Client as Browser

from tests.office.login.test_login import PASSWORD, come_in
from vernost.core.enums import Face
from vernost.core.models import ApiToken, AuditEntry


def made(browser: Browser) -> str:
    """The secret of a new token, out of the only page that shows it."""
    browser.post("/me/confirm/", {"password": PASSWORD})
    sent = {"name": "1C", "scopes": ["clients:write"], "days": "90"}
    page = browser.post("/me/tokens/new/", sent)
    assert page["Cache-Control"] == "no-store"
    return re.search(r'value="(vernost_[\w-]+)"', page.content.decode())[1]


def test_a_token_is_shown_once_and_opens(anna, client_one):
    browser = Browser()
    come_in(browser, anna)

    secret = made(browser)

    token = ApiToken.objects.get()
    assert (token.owner, token.scopes) == (anna, ["clients:read", "clients:write"])
    assert (token.expires_at - token.created_at).days == 90
    assert secret not in browser.get("/me/tokens/").content.decode()
    answer = Browser().get("/api/v1/clients", headers={"Authorization": f"Bearer {secret}"})
    assert [one["name"] for one in answer.json()["items"]] == ["Client One"]
    entry = AuditEntry.objects.get(kind="core.apitoken")
    assert (entry.by, entry.face) == (anna, Face.WEB)


def test_a_token_without_a_scope_is_not_made(anna):
    browser = Browser()
    come_in(browser, anna)
    browser.post("/me/confirm/", {"password": PASSWORD})

    assert browser.post("/me/tokens/new/", {"name": "1C", "days": "90"}).status_code == 200
    assert not ApiToken.objects.exists()


def test_shut_by_its_owner_alone(anna, vera, browser_of):
    browser = Browser()
    come_in(browser, anna)
    secret = made(browser)
    token = ApiToken.objects.get()

    assert browser_of(vera).post(f"/me/tokens/{token.pk}/revoke/").status_code == 404
    assert browser.post(f"/me/tokens/{token.pk}/revoke/").status_code == 302
    assert Browser().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
    assert "1C" not in browser.get("/me/tokens/").content.decode().replace("“1C”", "")
