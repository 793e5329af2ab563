"""Ways through the pages of economics in a real browser."""

from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_pages import enter, violations
from tests.factories.economics import make_firm
from tests.factories.moments import AT, TODAY
from vernost.assessment.models import DependencePlan
from vernost.clients.actions.marketing_cost import create_marketing_cost
from vernost.clients.models import MarketingCost
from vernost.core.enums import Face

PAGES = ("", "dependence/", "movement/", "balance/", "scenario/", "costs/")


@pytest.fixture
def firm(client_one, client_two):
    return make_firm(client_one, client_two, moved_since=TODAY - timedelta(days=100))


def test_demand_on_today_becomes_a_plan(page: Page, log_in, anna, client_one, firm):
    log_in(anna.email)

    page.get_by_role("link", name="Write the plan").click()
    page.get_by_label("Aim").fill("Below 15% in a year")
    page.get_by_label("Done by").fill("2099-09-01")
    page.get_by_label("Looked at again on").fill("2099-06-01")
    page.get_by_label("Steps").fill("Win three more")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Win three more")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("link", name="Write the plan")).to_have_count(0)
    assert DependencePlan.objects.get().client == client_one


def test_sliders_compute_at_once(page: Page, log_in, director, firm):
    log_in(director.email)
    page.goto("/economics/scenario/")
    before = page.locator("#scenario strong").inner_text()

    page.locator("input[name=growth]").focus()
    page.keyboard.press("End")

    expect(page.locator("#scenario strong")).not_to_have_text(before)
    page.wait_for_url("**growth=20**")
    expect(page.locator("#scenario .chart svg")).to_be_visible()


def test_flow_is_drawn_and_a_cell_opens_its_clients(page: Page, log_in, director, firm):
    log_in(director.email)
    page.goto("/economics/movement/")
    expect(page.locator(".chart svg")).to_be_visible()

    page.get_by_role("row", name="manage").get_by_role("link", name="1").click()

    expect(page.locator("#list tbody tr")).to_have_count(1)
    expect(page.locator("#list tbody")).to_contain_text("Client One")


def test_marketing_cost_is_written_and_removed_with_a_way_back(page: Page, log_in, director):
    log_in(director.email)
    page.goto("/economics/costs/")
    page.get_by_role("link", name="New marketing cost").first.click()
    page.get_by_label("Sum").fill("1500")
    page.get_by_label("For what").fill("Fair")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Fair").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("1 record put back.")).to_be_visible()
    assert MarketingCost.objects.get().deleted_at is None


def test_without_javascript_the_form_computes_and_the_matrix_tells(
    chromium, live_server, emptied, director, firm
):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    enter(page, director.email)
    page.goto("/economics/scenario/?growth=1.5")
    page.get_by_role("button", name="Compute").click()
    expect(page.locator("#scenario strong")).to_contain_text("81.5%")
    page.goto("/economics/movement/")
    expect(page.get_by_role("row", name="manage").get_by_role("link", name="1")).to_be_visible()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_there_are_numbers(chromium, live_server, emptied, director, firm, theme):
    create_marketing_cost(
        purpose="brand", spent_on=TODAY, amount=Decimal(1), currency="RUB", by=None, at=AT, face=Face.CLI
    )
    director.theme = theme
    director.save()
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True)
    page = context.new_page()
    enter(page, director.email)
    found = {name: violations(page, f"/economics/{name}") for name in PAGES}
    context.close()
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_phone_needs_no_sideways_scrolling(chromium, live_server, emptied, director, firm):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, is_mobile=True
    )
    page = context.new_page()
    enter(page, director.email)
    wider = []
    for name in PAGES:
        page.goto(f"/economics/{name}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(name)
    context.close()
    assert wider == []
