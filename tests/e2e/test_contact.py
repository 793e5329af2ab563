"""Ten seconds: log a contact with the keyboard alone."""

from playwright.sync_api import Page, expect

from vernost.voice.models import Interaction


def test_contact_is_logged_with_the_keyboard_alone(page: Page, log_in, anna, client_one):
    log_in(anna.email)

    page.keyboard.press("c")
    page.get_by_role("combobox").type("one")
    expect(page.get_by_role("option", name="Client One")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/clients/{client_one.pk}/log/")
    page.get_by_label("In a line").press_sequentially("Asked for a draft")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("The contact with Client One is written down.")).to_be_visible()
    expect(page.locator("#timeline")).to_contain_text("Asked for a draft")
    assert Interaction.objects.get().person == anna


def test_list_is_sorted_and_filtered_without_leaving_the_page(page: Page, log_in, anna, client_one):
    log_in(anna.email)
    page.goto("/clients/")

    page.get_by_role("link", name="Name").click()
    page.wait_for_url("**/clients/?sort=-name")
    page.get_by_role("searchbox", name="Name, code, tax id or e-mail").fill("nobody")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Nothing matches these filters")).to_be_visible()
    page.get_by_role("link", name="Remove all filters").click()
    expect(page.get_by_role("link", name="Client One")).to_be_visible()
