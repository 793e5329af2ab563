"""A working day: Today names whom to call; done, moved, skipped; a contact from the head; the day is empty."""

from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.factories.assessments import make_assessment
from tests.factories.care import GREETING, make_rule, make_touch
from tests.factories.clients import make_client
from vernost.assessment.actions.review import finish_review, start_review
from vernost.assessment.enums import ReviewKind
from vernost.care.models import FirstWords, Touch
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.voice.models import Interaction


def test_working_day(page: Page, log_in, anna, client_one):
    other = make_client("Client Other", owner=anna, since_on=today())
    for client in (client_one, other):
        make_assessment(client)
        client.last_contact_at = now()
        client.save()
    door: dict[str, Any] = {"by": anna, "at": now(), "face": Face.WEB}
    finish_review(review=start_review(owner=anna, kind=ReviewKind.QUARTERLY, **door), **door)
    call, greeting = make_rule(late_days=5), make_rule(GREETING)
    make_touch(client_one, call, today())
    make_touch(other, call, today())
    make_touch(other, greeting, today() + timedelta(days=2))
    log_in(anna.email)
    line = page.locator(".need-line").filter(has_text="Client One")

    line.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Done and written down.")).to_be_visible()
    expect(page.get_by_role("link", name="Client One")).to_have_count(0)

    page.locator(".need-line").filter(has_text="Client Other").locator("summary", has_text="Skip").click()
    page.get_by_label("Reason").fill("On holiday until Monday")
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text("Nothing needs you now")).to_be_visible()

    page.goto("/care/week/")
    expect(page.get_by_text("Greeting for 8 March")).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("banner").get_by_role("link", name="Log a contact").click()
    page.get_by_role("combobox").type("other")
    page.get_by_role("option", name="Client Other").click()
    page.wait_for_url(f"**/clients/{other.pk}/log/")
    page.get_by_label("In a line").fill("Came by with a new matter")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="The first contact: with what did he come?").click()
    page.get_by_label("With what does the client come").fill("We open a branch and need help")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("We open a branch and need help")).to_be_visible()

    assert Interaction.objects.count() == 2
    assert FirstWords.objects.get().client == other
    assert sorted(Touch.objects.filter(due_on=today()).values_list("state", flat=True)) == ["done", "skipped"]
