"""A token in a real browser: made after the password once more, shown once, shut by a director."""

import re

from playwright.sync_api import Page, expect

from vernost.core.models import ApiToken


def test_token_is_made_shown_once_and_shut(page: Page, log_in, director):
    log_in(director.email)
    page.goto("/me/tokens/")
    page.get_by_role("link", name="New token").click()
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("Accounting")
    page.locator("[name=scopes]").first.check()
    page.get_by_role("button", name="Save").click()

    secret = page.get_by_label("Your token; it is shown this once")
    expect(secret).to_have_value(re.compile("^vernost_"))
    shown = secret.input_value()
    page.goto("/settings/tokens/")
    expect(page.get_by_role("cell", name="Accounting", exact=True)).to_be_visible()
    assert shown not in page.content()

    page.get_by_role("row", name="Accounting").get_by_role("button", name="Shut").click()

    expect(page.get_by_text("No program comes in here")).to_be_visible()
    assert ApiToken.objects.get().revoked_at is not None
