"""A passkey in a real browser: made, used instead of the password, taken away. The key itself is Chromium's own."""

import re

from playwright.sync_api import Page, expect


def virtual_key(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_passkey_is_made_and_lets_in(page: Page, anna, live_server):
    # Browsers allow keys on the name "localhost" without HTTPS, not on its number.
    home = live_server.url.replace("127.0.0.1", "localhost")
    virtual_key(page)
    page.goto(f"{home}/login/")
    page.get_by_label("E-mail").fill(anna.email)
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("link", name="Anna").click()
    page.get_by_role("link", name="Add a key").click()
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name of the key").fill("Laptop")
    page.get_by_label("Log in with it alone").check()
    page.get_by_role("button", name="Add").click()

    # The first factor brings its recovery codes.
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    expect(page.locator(".login-codes li")).to_have_count(10)
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_role("link", name="Laptop")).to_be_visible()

    page.get_by_role("button", name="Log out", exact=True).click()
    page.get_by_role("button", name="Log in with a passkey").click()

    page.wait_for_url(re.compile(r"/$"))
    expect(page.get_by_role("link", name="Anna")).to_be_visible()
