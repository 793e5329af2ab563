"""Ways through the office in a real browser, and no page that a screen reader stumbles over."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults_of
from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.goals import make_goal
from tests.factories.ideas import make_idea
from tests.factories.imports import check, take, upload
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.mail import agree, make_contact, make_mailing, make_template
from tests.factories.moments import AT, TODAY
from tests.factories.plans import make_running_plan
from vernost.care.actions.client_letter import write_letter
from vernost.care.actions.handover import begin_handover
from vernost.care.enums import LetterPurpose
from vernost.clients.actions.order import remove_order
from vernost.clients.models import Client
from vernost.core.clock import today
from vernost.core.enums import Face

PAGES = [
    "/",
    "/clients/",
    "/clients/?key=1&grouped=owner",
    "/clients/{client}/",
    "/clients/{client}/edit/",
    "/clients/{client}/field/industry/",
    "/clients/{client}/log/",
    "/clients/{client}/contacts/new/",
    "/clients/{client}/competitors/new/",
    "/clients/{client}/potential/new/",
    "/clients/{client}/merge/",
    "/clients/new/",
    "/clients/duplicates/",
    "/clients/recycle-bin/",
    "/search/?q=client",
    "/settings/people/",
    "/settings/people/invite/",
    "/settings/people/{person}/",
    "/settings/tokens/",
    "/me/tokens/",
    "/settings/lists/",
    "/settings/audit/",
    "/settings/privacy/",
    "/settings/privacy/retention/",
    "/settings/privacy/access/",
    "/settings/sample/",
    "/clients/{client}/valuation/",
    "/map/",
    "/board/",
    "/board/?by=stage",
    "/portfolio/",
    "/economics/",
    "/economics/dependence/",
    "/economics/dependence/{client}/",
    "/economics/movement/",
    "/economics/balance/",
    "/economics/balance/?print=1",
    "/economics/scenario/",
    "/economics/costs/",
    "/economics/costs/new/",
    "/signals/",
    "/signals/all/",
    "/signals/precision/",
    "/signals/history/",
    "/signals/history/silent/",
    "/signals/playbooks/",
    "/signals/playbooks/silent/",
    "/clients/{client}/cases/new/",
    "/assessments/",
    "/settings/method/",
    "/data/",
    "/data/import/",
    "/data/export/",
    "/data/person/client/{client}/",
    "/data/erasures/",
    "/data/import/{uploaded}/columns/",
    "/data/import/{asked}/values/",
    "/data/import/{checked}/",
    "/data/import/{done}/",
    "/me/",
    "/me/confirm/",
    "/key-clients/",
    "/plans/",
    "/plans/numbers/",
    "/plans/templates/",
    "/plans/templates/new/",
    "/plans/templates/wallet/",
    "/clients/{client}/plans/new/",
    "/clients/{client}/plans/new/?template=empty",
    "/plans/{plan}/",
    "/plans/{plan}/print/",
    "/plans/{plan}/edit/",
    "/plans/{plan}/review/",
    "/plans/{plan}/aims/new/",
    "/plans/{plan}/numbers/new/",
    "/plans/{plan}/numbers/{number}/",
    "/plans/{plan}/actions/new/",
    "/goals/",
    "/goals/new/",
    "/goals/{goal}/",
    "/goals/{goal}/rows/",
    "/goals/{goal}/edit/",
    "/scorecards/",
    "/scorecards/company/",
    "/scorecards/people/{owner}/",
    "/scorecards/lines/",
    "/ideas/",
    "/ideas/new/",
    "/ideas/groups/",
    "/ideas/groups/new/",
    "/ideas/{idea}/",
    "/mail/",
    "/mail/letters/{letter}/?find=client",
    "/mail/unknown/",
    "/mail/unknown/{mailbox}/?address=x@nobody.example&find=client",
    "/mail/mailbox/",
    "/mail/mailboxes/",
    "/mail/mailboxes/new/",
    "/hand-overs/",
    "/hand-overs/{handover}/",
    "/clients/{client}/hand-over/",
    "/letters/",
    "/letters/{written}/",
    "/letters/templates/",
    "/letters/templates/new/",
    "/letters/templates/{template}/",
    "/letters/templates/{template}/preview/",
    "/letters/mailings/",
    "/letters/mailings/{mailing}/",
    "/letters/mailings/{mailing}/edit/",
    "/letters/sending/",
    "/clients/{client}/letters/new/",
    "/clients/{client}/people/{contact}/consents/",
    "/unsubscribe/nobodys/",
    "/nowhere/",
]
ORDERS = "client,date,amount,number\nA-1,2026-01-10,100,1\nA-1,31.02.2026,50,2\n"


def numbers(director, client) -> dict[str, int]:
    """What stands in the addresses: an import at each of its steps."""
    plan = make_running_plan(client, client.owner)
    mailbox = make_mailbox(director)
    make_letter(mailbox, "x@nobody.example")
    handed = make_client("Handed over", owner=director, email="ivan@alpha.example")
    handover = begin_handover(
        client=handed, to=client.owner, reason="Leave", introduce_on=TODAY, by=director, at=AT, face=Face.WEB, run="r"
    )  # fmt: skip
    asked = check("code,name,segment\n1,Alpha,Nowhere\n", director)
    return {
        "client": client.pk,
        "person": director.pk,
        "plan": plan.pk,
        "number": plan.kpis.get().pk,
        "goal": make_goal(director, on=today()).pk,
        "owner": client.owner_id,
        "idea": make_idea(director).pk,
        "mailbox": mailbox.pk,
        "letter": make_letter(mailbox, "ivan@alpha.example").pk,
        "handover": handover.pk,
        **letter_numbers(director, client),
        "uploaded": upload(ORDERS, director).pk,
        "asked": asked.pk,
        "checked": check(ORDERS, director).pk,
        "done": take(ORDERS, director).pk,
    }


def letter_numbers(director, client) -> dict[str, int]:
    contact = make_contact(client)
    agree(contact)
    letter = write_letter(
        client=client, contact=contact, purpose=LetterPurpose.WORK, subject="Terms", body="Good day", by=director,
        at=AT,
    ).letter  # fmt: skip
    return {
        "contact": contact.pk,
        "written": letter.pk,
        "template": make_template().pk,
        "mailing": make_mailing(director, client).pk,
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(chromium, live_server, emptied, director, client_one, anna, theme):
    make_order(client_one)
    make_interaction(client_one)
    make_assessment(client_one, debt_overdue=10, debt_days=40)
    make_signal(client_one)
    make_client("Client One Ltd", owner=anna, strategic=True)
    director.theme = theme
    director.save()
    places = numbers(director, client_one)
    remove_order(order=make_order(client_one, number="gone"), by=director, at=AT, face=Face.WEB)
    # The policy of the pages refuses foreign scripts; axe is one.
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True)
    page = context.new_page()
    found = {"/login/": violations(page, "/login/")}
    enter(page, director.email)
    for address in PAGES:
        address = address.format(**places)
        found[address] = violations(page, address)
    context.close()
    assert {address: faults for address, faults in found.items() if faults} == {}


def violations(page: Page, address: str) -> list[str]:
    page.goto(address)
    return faults_of(page)


def enter(page: Page, email: str) -> None:
    page.goto("/login/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill("correct horse battery")
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "login" not in url)


def test_filtered_list_is_saved_shared_changed_and_taken_back(page: Page, log_in, boris, anna, client_one):
    make_client("Key Client", owner=anna, strategic=True)
    log_in(boris.email)
    page.goto("/clients/")

    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Key clients").check()
    page.get_by_role("button", name="Show").first.click()
    page.wait_for_url("**key=1**")
    page.get_by_text("Save view", exact=True).click()
    page.get_by_label("Name of the view").fill("Keys")
    page.get_by_label("For whom").select_option("team")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="Keys", exact=True)).to_be_visible()

    page.get_by_role("checkbox", name="Mark the row").check()
    page.get_by_text("Change", exact=True).click()
    page.locator("#mass_industry").fill("Banking")
    page.get_by_role("button", name="Write to all marked").click()
    expect(page.get_by_text("1 client changed.")).to_be_visible()
    assert Client.objects.get(name="Key Client").industry == "Banking"
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("1 record put back.")).to_be_visible()
    assert Client.objects.get(name="Key Client").industry == ""


def test_language_is_changed_and_changed_back(page: Page, log_in, anna, client_one):
    log_in(anna.email)
    page.goto("/clients/")

    page.get_by_role("button", name="Русский").click()
    expect(page.get_by_role("heading", name="Клиенты")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Clients")).to_be_visible()


def test_phone_needs_no_sideways_scrolling(chromium, live_server, emptied, director, client_one):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, is_mobile=True
    )
    page = context.new_page()
    enter(page, director.email)
    places = numbers(director, client_one)
    wider = []
    for address in PAGES:
        page.goto(address.format(**places))
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(address)
    page.goto(f"/data/import/{places['uploaded']}/columns/")
    frame = page.locator(".table-frame").first
    inside = frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    context.close()
    assert (wider, inside) == ([], False)


def test_everything_works_without_javascript(chromium, live_server, emptied, anna, client_one):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    enter(page, anna.email)

    page.goto("/clients/?q=one")
    page.get_by_role("link", name="Client One").click()
    page.locator("#main").get_by_role("link", name="Log a contact").click()
    page.get_by_label("In a line").fill("Without scripts")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#timeline")).to_contain_text("Without scripts")
    page.get_by_role("link", name="Change: Industry").click()
    page.get_by_label("Industry").fill("Banking")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    context.close()
