"""The ways of a case in a browser: noticed in a contact, worked off, closed; thresholds with a slider."""

from playwright.sync_api import Page, expect

from tests.factories.moments import AT
from vernost.assessment.models import Case
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language


def test_noticed_in_a_contact_worked_off_and_closed(page: Page, log_in, anna, boris, client_one):
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, by=None, at=AT, face=Face.CLI)
    log_in(anna.email)
    page.goto(f"/clients/{client_one.pk}/")

    page.keyboard.press("c")
    page.wait_for_url("**/log/")
    page.get_by_label("contact person changed").check()
    page.get_by_label("In a line").fill("A new office manager")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Cases: The contact person has changed.")).to_be_visible()

    page.goto("/signals/")
    page.get_by_role("link", name="The contact person has changed").click()
    expect(page.get_by_text("A new office manager").first).to_be_visible()
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_text("Done: Introduce yourself")).to_be_visible()

    page.get_by_text("Leave out", exact=True).first.click()
    page.get_by_label("Why").first.fill("Known already")
    page.get_by_role("button", name="Leave out").first.click()
    expect(page.get_by_text("Left out:")).to_be_visible()

    page.locator("summary", has_text="Close").click()
    page.get_by_label("What was the cause").fill("A change there")
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_text("Closed").first).to_be_visible()
    assert Case.objects.get().outcome == "solved"


def test_marked_cases_are_closed_and_brought_back(page: Page, log_in, director, client_one):
    log_in(director.email)
    page.goto(f"/clients/{client_one.pk}/cases/new/")
    page.get_by_label("In a few words").fill("Contract ends")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/signals/cases/*/")

    page.goto("/signals/")
    page.get_by_label("Mark the row").check()
    page.locator("#marked summary", has_text="Close").click()
    page.locator("#marked").get_by_label("Outcome").select_option("passed")
    page.locator("#marked").get_by_role("button", name="Close").click()
    expect(page.get_by_text("1 case changed.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/signals/**")
    expect(page.get_by_role("link", name="Contract ends")).to_be_visible()


def test_slider_moves_the_number(page: Page, log_in, director):
    log_in(director.email)
    page.goto("/signals/history/no_touch/")

    page.locator("input[type=range]").fill("120")

    expect(page.get_by_label("No contact for so long")).to_have_value("120")
