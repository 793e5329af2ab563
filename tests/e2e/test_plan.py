"""A plan's way: from a template, over an action that is a touch on Today, to its review and its print."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client, make_order
from vernost.core.clock import today
from vernost.programmes.enums import ActionState, PlanState
from vernost.programmes.models import Plan


def test_plan_from_template_to_print(page: Page, log_in, anna):
    client = make_client("Key Client", owner=anna, strategic=True)
    make_assessment(client, group="reward")
    make_order(client, ordered_on=today())
    log_in(anna.email)

    # A strategic client without a plan is a question on Today.
    page.goto("/")
    expect(page.get_by_text("A strategic client without a plan")).to_be_visible()
    page.goto("/key-clients/")
    page.get_by_role("link", name="Write the plan").click()
    page.locator(".tile").filter(has_text="Deepen on all levels").get_by_role("link").click()
    page.get_by_label("Name").fill("Deeper")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("On each level of the client somebody knows us")).to_be_visible()

    page.get_by_role("link", name="New number").click()
    page.get_by_label("What is counted").select_option("orders")
    page.get_by_label("Target").fill("5")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Orders", exact=True).click()
    expect(page.get_by_role("heading", name="From what it was made")).to_be_visible()
    page.get_by_role("link", name="To the plan").click()

    page.get_by_role("link", name="New action").click()
    page.get_by_label("What to do").fill("Call about the fair")
    page.get_by_label("Kind").select_option("call")
    page.get_by_label("By when").fill(today().isoformat())
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Start the plan").click()
    expect(page.get_by_text("The plan runs.")).to_be_visible()

    # The action is on Today; done there is done in the plan.
    page.goto("/")
    line = page.locator(".need-line").filter(has_text="Call about the fair")
    line.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Done and written down.")).to_be_visible()
    plan = Plan.objects.get()
    assert plan.actions.get(what="Call about the fair").state == ActionState.DONE

    page.goto(plan.get_absolute_url())
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_label("What was reached").fill("The owner knows us")
    page.get_by_label("What was decided").fill("Go on with the staff")
    page.get_by_label("Next review").fill((today() + timedelta(days=100)).isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The owner knows us")).to_be_visible()
    plan.refresh_from_db()
    assert plan.state == PlanState.REVIEWED

    page.get_by_role("link", name="Print").click()
    expect(page.get_by_role("heading", name="Key Client")).to_be_visible()
    expect(page.get_by_text("Go on with the staff")).to_be_visible()
    # One sheet of A4.
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1
