"""A contact on the phone: what writes it down is in reach, and hides no field that one stands in."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.e2e.test_pages import enter
from vernost.voice.models import Interaction

PHONE = {"width": 390, "height": 844}
# How far the field with the focus reaches under the buttons, in pixels.
_HIDDEN = """() => {
  const bar = document.querySelector(".log-form > .form-buttons");
  const own = document.activeElement;
  if (bar.contains(own)) return 0;
  return own.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
}"""


def stands_free(page: Page) -> bool:
    """The browser scrolls a moment after the focus has moved."""
    for _ in range(40):
        if page.evaluate(_HIDDEN) <= 0:
            return True
        page.wait_for_timeout(50)
    return False


def test_save_is_in_reach_from_the_first_field_to_the_last(page: Page, log_in, anna, client_one):
    page.set_viewport_size(PHONE)
    log_in(anna.email)
    page.goto(f"/clients/{client_one.pk}/log/")
    save = page.get_by_role("button", name="Save")

    expect(save).to_be_in_viewport(ratio=1)
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Call").focus()
    for _ in range(12):
        assert stands_free(page)
        expect(save).to_be_in_viewport(ratio=1)
        page.keyboard.press("Tab")

    page.get_by_label("In a line").fill("Asked for a draft")
    save.click()

    expect(page.get_by_text("The contact with Client One is written down.")).to_be_visible()
    assert Interaction.objects.get().note == "Asked for a draft"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_phone(chromium, live_server, emptied, anna, client_one, theme):
    anna.theme = theme
    anna.save()
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True, viewport=PHONE)
    page = context.new_page()
    enter(page, anna.email)
    page.goto(f"/clients/{client_one.pk}/log/")

    assert faults_of(page) == []
    context.close()
