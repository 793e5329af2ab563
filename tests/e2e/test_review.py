"""A review walked through with the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.actions.review import start_review
from vernost.assessment.enums import ReviewKind
from vernost.assessment.models import Decision, ReviewItem
from vernost.core.clock import now, today
from vernost.core.enums import Face


def test_review_with_the_keyboard_alone(page: Page, log_in, anna, client_one):
    make_assessment(client_one, group="discipline", revenue_window=10)
    for name, revenue in (("Alpha", 900), ("Beta", 800)):
        make_assessment(make_client(name, owner=anna), revenue_window=revenue)
    bring_in_force(today=today())
    review = start_review(owner=anna, kind=ReviewKind.QUARTERLY, by=anna, at=now(), face=Face.WEB)
    log_in(anna.email)
    page.goto(f"/reviews/{review.pk}/")

    expect(page.get_by_role("heading", name="Alpha")).to_be_visible()
    page.keyboard.press("n")
    page.get_by_role("textbox", name="Note").wait_for()
    page.keyboard.type("Ask about the branch")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Ask about the branch").first).to_be_visible()
    page.keyboard.press("l")
    expect(page.get_by_role("heading", name="Beta")).to_be_visible()
    page.keyboard.press("y")
    expect(page.get_by_role("heading", name="Client One")).to_be_visible()
    page.keyboard.press("e")
    page.get_by_role("dialog").get_by_label("Decision").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("man")
    page.keyboard.press("Tab")
    page.keyboard.type("Paid yesterday")
    page.keyboard.press("Control+Enter")
    # What was put off comes again; then the summary.
    expect(page.get_by_role("heading", name="Alpha")).to_be_visible()
    page.keyboard.press("y")
    expect(page.get_by_role("heading", name="What was decided")).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_text("The review is finished.")).to_be_visible()

    assert Decision.objects.get().decided == "manage"
    assert dict(ReviewItem.objects.values_list("client__name", "answer")) == {
        "Alpha": "confirmed",
        "Beta": "confirmed",
        "Client One": "changed",
    }
