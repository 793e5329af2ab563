"""A client passes to another person in the browser, and a letter is shared."""

import pytest

from tests.factories.clients import make_client
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.moments import AT
from tests.factories.people import make_user
from vernost.clients.actions.contact import create_contact
from vernost.core.enums import Face, Role
from vernost.core.models import Team

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def test_hand_over_is_begun_ticked_and_finished(page, log_in):
    north = Team.objects.create(name="North")
    make_user("Boris", Role.HEAD_OF_SALES, north)
    anna = make_user("Anna", Role.ACCOUNT_MANAGER, north)
    make_user("Carl", Role.ACCOUNT_MANAGER, north)
    client = make_client("Client One", owner=anna)
    log_in("boris@firm.example")

    page.goto(f"/clients/{client.pk}/")
    page.get_by_role("link", name="Hand over", exact=True).click()
    page.get_by_label("Who takes over").select_option(label="Carl")
    page.get_by_label("Why").fill("Anna goes on leave")
    page.get_by_role("button", name="Hand over", exact=True).click()
    page.wait_for_url("**/hand-overs/*/")
    while page.get_by_role("button", name="Taken over").count():
        left = page.get_by_role("button", name="Taken over").count()
        page.get_by_role("button", name="Taken over").first.click()
        page.wait_for_function(
            "left => document.querySelectorAll('.handover-items .button-primary').length < left", arg=left
        )
    page.get_by_role("button", name="Finish the hand-over").click()

    page.get_by_text("The hand-over is finished.").wait_for()


def test_letter_is_shared(page, log_in):
    anna = make_user("Anna", Role.ACCOUNT_MANAGER, Team.objects.create(name="North"))
    client = make_client("Client One", owner=anna)
    create_contact(client=client, name="Ivan", email="ivan@alpha.example", by=anna, at=AT, face=Face.WEB)
    make_letter(make_mailbox(anna), "ivan@alpha.example", text="We agree.")
    log_in("anna@firm.example")

    page.get_by_role("link", name="Mail", exact=True).click()
    page.get_by_role("link", name="Terms").click()
    page.get_by_role("button", name="Share this letter").click()
    page.get_by_role("button", name="Make it private again").wait_for()
    page.get_by_role("link", name="Client One").click()

    page.get_by_role("link", name="open the letter").wait_for()
