"""A goal from setting to closing, and an idea from anywhere to its answer, in a real browser."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.factories.clients import make_order
from vernost.core.clock import today
from vernost.programmes.models import Goal, Idea

# So that questions wait for each other on a fast machine too.
SLOW = """
const fetched = window.fetch;
window.fetch = async (...given) => {
  await new Promise((go) => setTimeout(go, 700));
  return fetched(...given);
};
"""


def test_goal_is_set_with_its_effect_seen_and_closed(page: Page, log_in, director, client_one):
    for days in (10, 100, 500):
        make_order(client_one, ordered_on=today() - timedelta(days=days))
    log_in(director.email)
    page.goto("/goals/new/")
    page.get_by_label("Goal").fill("More orders")
    page.get_by_label("Measured by").select_option("orders")
    page.get_by_label("Where the number is to be").fill("16")
    page.get_by_label("Where the number is to be").press("Tab")

    expect(page.locator("#effect")).to_contain_text("The target is +14 against today.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="More orders")).to_be_visible()
    expect(page.locator(".chart svg")).to_be_visible()
    page.get_by_role("link", name="The rows it is made from").click()
    expect(page.get_by_role("link", name="Client One").first).to_be_visible()

    page.get_by_role("link", name="To the goal").click()
    page.locator("summary", has_text="Close").click()
    page.get_by_label("Conclusion").fill("Too much for one year")
    page.get_by_role("button", name="Freeze the result and close").click()
    expect(page.locator("#main")).to_contain_text("Result: 2.")
    assert Goal.objects.get().conclusion == "Too much for one year"


def test_last_question_is_answered_though_answers_are_slow(page: Page, log_in, director, client_one):
    make_order(client_one, ordered_on=today() - timedelta(days=10))
    log_in(director.email)
    page.add_init_script(SLOW)
    page.goto("/goals/new/")
    page.get_by_label("Measured by").select_option("orders")
    page.get_by_label("Where the number is to be").fill("3")
    page.get_by_label("Where the number is to be").press("Tab")
    page.get_by_label("Where the number is to be").fill("16")
    page.get_by_label("Where the number is to be").press("Tab")

    expect(page.locator("#effect")).to_contain_text("The target is +15 against today.")


def test_sentence_in_the_palette_becomes_an_idea_that_is_answered(page: Page, log_in, director):
    log_in(director.email)
    page.keyboard.press("Control+K")
    page.keyboard.type("Call every client back")
    page.get_by_role("option", name="Write down as an idea").click()
    expect(page.get_by_label("In a line")).to_have_value("Call every client back")
    page.get_by_label("In a line").press("Control+Enter")
    expect(page.get_by_role("heading", name="Call every client back")).to_be_visible()

    page.get_by_role("button", name="I am for it").click()
    expect(page.locator("#main")).to_contain_text("1 vote for it")
    page.locator("summary", has_text="Decline").click()
    page.get_by_label("Why not").fill("We do it already")
    page.get_by_role("button", name="Decline the idea").click()
    expect(page.locator("#main")).to_contain_text("We do it already")
    assert Idea.objects.get().state == "declined"
