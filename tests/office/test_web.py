"""Every address of the office as a stranger's page and a careless browser would use it."""

import os
import re
import subprocess
import sys

import pytest
from django.test import Client as Browser

from tests.office.addresses import TABLE
from tests.office.test_access import address
from vernost.core.models import User

_EVIL = "https://evil.example/"
_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>\s*\S|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']"
)
_HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row.method == "get"))
def test_page_is_strict(name, browser_of, director, client_one):
    response = browser_of(director).get(address(name, client_one.pk), follow=True)

    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    assert response["Permissions-Policy"].startswith("camera=()")
    for header, value in _HEADERS.items():
        if response.status_code == 200 and header == "Cache-Control":
            assert "no-store" in response[header] or "no-cache" in response[header]
        elif header != "Cache-Control":
            assert response[header] == value
    if response["Content-Type"].startswith("text/html"):
        assert _INLINE.search(response.content.decode()) is None


@pytest.mark.parametrize("name", sorted(TABLE))
def test_nothing_is_changed_without_the_token_of_the_form(name, director, client_one):
    """A form on a stranger's page is sent with the cookies of who looks at it, and without our token."""
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(director)

    assert browser.post(address(name, client_one.pk), {"name": "x"}).status_code in (403, 405)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_nobody_is_sent_elsewhere(name, browser_of, director, client_one):
    given = {"next": _EVIL, "url": _EVIL, "back": _EVIL, "return": _EVIL, "redirect": _EVIL}
    browser, there = browser_of(director), address(name, client_one.pk)

    answers = [browser.get(there, given, headers={"referer": _EVIL})]
    answers.append(browser.post(there, given, headers={"referer": _EVIL}))

    sent = [one.url for one in answers if one.status_code in (301, 302, 303)]
    assert [url for url in sent if not url.startswith("/") or url.startswith(("//", "/\\"))] == []


@pytest.mark.parametrize("where", ["/login/", "/i18n/setlang/"])
@pytest.mark.parametrize("evil", [_EVIL, "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_who_logs_in_stays_here(client, director, where, evil):
    director.set_password("a long enough password")
    director.save()
    fields = {"login": director.email, "password": "a long enough password", "language": "en", "next": evil}

    response = client.post(where, fields)

    assert response.status_code == 302
    assert response.url.startswith("/")
    assert not response.url.startswith(("//", "/\\"))


def test_who_has_logged_in_gets_another_session(client, director):
    director.set_password("a long enough password")
    director.save()
    client.get("/login/")
    client.session["mark"] = 1
    before = client.session.session_key

    client.post("/login/", {"login": director.email, "password": "a long enough password"})

    assert client.session.session_key != before
    assert User.objects.get().pk == int(client.session["_auth_user_id"])


def test_cookies_of_an_installation_in_the_net(tmp_path):
    """Asked of the settings themselves, in a process that believes it is served to the world."""
    asked = (
        "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
        "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY", "CSRF_COOKIE_SAMESITE", "SECURE_HSTS_SECONDS",
    )  # fmt: skip
    code = f"from django.conf import settings; print([getattr(settings, name) for name in {asked}])"
    own = {name: value for name, value in os.environ.items() if not name.startswith("VERNOST_")}
    environment = {
        **own, "DJANGO_SETTINGS_MODULE": "vernost.config.settings", "VERNOST_HTTPS": "yes",
        "VERNOST_HOSTS": "firm.example", "VERNOST_DATA": str(tmp_path),
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == str(
        ["__Host-session", True, True, "Lax", "__Host-csrf", True, True, "Lax", 31_536_000]
    )
