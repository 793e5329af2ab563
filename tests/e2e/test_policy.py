"""A gate, the way back from the discipline track, a last chance and an end, winning back."""

from datetime import date, timedelta
from decimal import Decimal

from playwright.sync_api import Page, expect

from tests.factories.assessments import make_assessment
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.assessment.models import Breach
from vernost.care.actions.discipline import take_step
from vernost.care.actions.register import keep_register
from vernost.care.enums import EndingState, Step
from vernost.care.models import Attempt, Ending
from vernost.care.queries.discipline import step_of
from vernost.clients.models import Order
from vernost.core.clock import today
from vernost.core.enums import Face

LAST = date(2025, 6, 1)


def test_order_is_stopped_and_goes_on_as_an_exception(page: Page, log_in, boris, client_one):
    make_assessment(client_one, group="discipline")
    make_invoice(client_one, TODAY - timedelta(days=10), 1000)
    log_in(boris.email)
    page.goto(f"/clients/{client_one.pk}/")

    page.get_by_role("link", name="New order").click()
    page.get_by_label("Sum").fill("5000")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("₽1,000 of debt is past its day")
    assert not Order.objects.exists()

    page.get_by_label("Go on all the same").fill("He pays tomorrow")
    page.get_by_role("button", name="Go on as an exception").click()
    expect(page.get_by_text("The order is written down.")).to_be_visible()
    page.goto("/policies/exceptions/")
    expect(page.locator("#list")).to_contain_text("He pays tomorrow")

    page.goto(f"/clients/{client_one.pk}/")
    assert Breach.objects.get().answered_by == boris


def test_who_pays_in_time_comes_off_the_track(page: Page, log_in, anna, client_one):
    began = today() - timedelta(days=60)
    take_step(client=client_one, step=Step.STOP, taken_on=began, by=anna, at=AT, face=Face.WEB)
    for days_ago in (40, 20):
        due = today() - timedelta(days=days_ago)
        make_payment(client_one, due, 100, invoice=make_invoice(client_one, due, 100))
    log_in(anna.email)
    page.goto("/policies/discipline/")
    page.get_by_role("link", name="Client One").click()

    page.get_by_role("button", name="Trust is restored").click()
    expect(page.get_by_text("Not yet: the last invoices were paid in time")).to_be_visible()

    due = today() - timedelta(days=1)
    make_payment(client_one, due, 100, invoice=make_invoice(client_one, due, 100))
    page.reload()
    page.get_by_role("button", name="Trust is restored").click()
    expect(page.get_by_text("Client One is off the discipline track.")).to_be_visible()
    assert step_of(client_one) is None


def test_ending_after_a_last_chance(page: Page, log_in, boris, client_one):
    make_assessment(client_one, group="fire", group_reason="net_loss_both_windows", guards="",
                    net_contribution_window=Decimal(-9), net_contribution_previous=Decimal(-9))  # fmt: skip
    log_in(boris.email)
    page.goto(f"/clients/{client_one.pk}/ending/")

    page.get_by_role("link", name="Consider an ending").click()
    expect(page.get_by_label("serving costs more than it brings")).to_be_checked()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Last chance", exact=True).click()
    page.get_by_label("Answer until").fill((today() + timedelta(days=14)).isoformat())
    page.get_by_label("New price").fill("+20 %")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="The client refuses").click()
    expect(page.get_by_text("not accepted", exact=True)).to_be_visible()
    page.get_by_label("Why").fill("It costs more than it brings")
    page.get_by_role("button", name="End it politely").click()
    for left in range(6, 0, -1):
        expect(page.get_by_role("button", name="Done")).to_have_count(left)
        page.get_by_role("button", name="Done").first.click()
    page.get_by_label("Handed over to").fill("Alpha")
    page.get_by_role("button", name="The relationship is ended").click()

    expect(page.get_by_text("handed over to Alpha")).to_be_visible()
    assert Ending.objects.get().state == EndingState.ENDED


def test_attempt_to_win_back(page: Page, log_in, anna, client_one):
    make_assessment(client_one, stage="lost", first_on=LAST, last_on=LAST, net_contribution=Decimal(9000))
    keep_register(as_of=TODAY, at=AT)
    log_in(anna.email)
    page.goto("/win-back/")
    page.get_by_role("link", name="Client One").click()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Why the client is gone").select_option("change")
    page.get_by_role("button", name="Save").click()

    page.get_by_role("link", name="New attempt").click()
    page.get_by_label("What was done").fill("Lunch with their director")
    page.get_by_label("Result").select_option("thinks")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("The attempt is written down.")).to_be_visible()
    assert Attempt.objects.get().what == "Lunch with their director"
