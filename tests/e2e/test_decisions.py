"""A person decides against the program: by the form, by dragging a card, by the keyboard; and takes it back."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.factories.assessments import make_assessment
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.models import ClientAssessment, Decision
from vernost.core.clock import today


def group_of(client) -> str:
    return ClientAssessment.objects.get(client=client).group_in_force


def test_decided_on_the_card_and_withdrawn(page: Page, log_in, anna, client_one):
    make_assessment(client_one, group="discipline")
    bring_in_force(today=today())
    log_in(anna.email)
    page.get_by_role("link", name="Decide", exact=True).first.click()
    page.get_by_label("Decision").select_option("manage")
    page.get_by_label("Reason").fill("They pay by the quarter")
    page.get_by_label("Holds until").fill((today() + timedelta(days=30)).isoformat())
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("decided by Anna until").first).to_be_visible()
    assert group_of(client_one) == "manage"

    page.get_by_role("link", name="Decide", exact=True).click()
    page.get_by_role("button", name="Withdraw the decision").click()
    expect(page.get_by_text("The decision is withdrawn")).to_be_visible()
    assert group_of(client_one) == "discipline"


def test_card_is_dragged_and_undone(page: Page, log_in, boris, client_one):
    make_assessment(client_one, group="manage")
    log_in(boris.email)
    page.goto("/board/")

    page.locator(".board-card", has_text="Client One").drag_to(page.locator("[data-column=reward]"))
    dialog = page.get_by_role("dialog", name="Client One")
    expect(dialog.get_by_label("Decision")).to_have_value("reward")
    dialog.get_by_label("Reason").fill("Opens two branches")
    dialog.get_by_role("button", name="Decide").click()

    expect(page.locator("[data-column=reward]")).to_contain_text("Client One")
    assert Decision.objects.get().reason == "Opens two branches"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-column=manage]")).to_contain_text("Client One")
    assert group_of(client_one) == "manage"


def test_card_is_moved_with_the_keyboard_alone(page: Page, log_in, boris, client_one):
    make_assessment(client_one, group="manage")
    log_in(boris.email)
    page.goto("/board/")

    page.get_by_role("link", name="Move Client One").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("disc")
    page.keyboard.press("Tab")
    page.keyboard.type("Late three times")
    page.keyboard.press("Control+Enter")

    expect(page.locator("[data-column=discipline]")).to_contain_text("Client One")
    assert group_of(client_one) == "discipline"
