"""No page of judging, deciding, disciplining and parting that a screen reader stumbles over."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.e2e.test_pages import enter, violations
from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.review import start_review
from vernost.assessment.enums import ReviewKind
from vernost.care.actions.discipline import declare_rules, promise_payment, take_step
from vernost.care.actions.ending import consider_ending
from vernost.care.enums import Ground, Step
from vernost.care.models import WinBack
from vernost.core.enums import Face

PAGES = [
    "/?whose=all",
    "/to-decide/",
    "/decisions/",
    "/clients/{client}/decide/group/",
    "/reviews/",
    "/reviews/{review}/",
    "/reviews/{review}/?summary=1",
    "/loyalty/",
    "/loyalty/?by=segment&print=1",
    "/clients/{client}/loyalty/",
    "/clients/{client}/loyalty/expectations/",
    "/settings/loyalty/",
    "/settings/loyalty/new/",
    "/policies/",
    "/policies/groups/reward/",
    "/policies/exceptions/",
    "/policies/discipline/",
    "/policies/endings/",
    "/clients/{client}/discipline/",
    "/clients/{client}/discipline/rules/new/",
    "/clients/{client}/discipline/rules/{declaration}/",
    "/clients/{client}/discipline/promises/new/",
    "/clients/{client}/discipline/steps/new/",
    "/clients/{client}/ending/",
    "/clients/{client}/ending/chance/",
    "/clients/{client}/ending/left/",
    "/clients/{client}/ending/letters/last_chance/",
    "/win-back/",
    "/win-back/numbers/",
    "/clients/{client}/win-back/",
    "/clients/{client}/win-back/attempts/new/",
    "/clients/{client}/accounts/",
    "/clients/{client}/facts/invoice/{invoice}/",
    "/economics/movement/?by=proposed",
    "/data/import/",
]
STAMP = {"by": None, "at": AT, "face": Face.JOB}


def places_of(client, director) -> dict[str, int]:
    """Somebody on the track, about to be parted with, and in the register."""
    make_order(client)
    make_assessment(
        client, group="fire", group_reason="net_loss_both_windows", guards="", debt_overdue=10, debt_days=40
    )
    make_signal(client)
    invoice = make_invoice(client, TODAY, 500)
    make_payment(client, TODAY, 100, invoice=invoice)
    promise_payment(
        client=client, promised_on=TODAY, due_on=TODAY, amount=Decimal(400), currency="RUB", **STAMP
    )
    take_step(client=client, step=Step.TALK, taken_on=TODAY - timedelta(days=30), **STAMP)
    rules = declare_rules(client=client, declared_on=TODAY, rules="Pay in time", **STAMP)
    consider_ending(
        client=client, grounds=[Ground.LOSES_MONEY], note="", on=TODAY, by=director, at=AT, face=Face.WEB
    )
    WinBack.objects.create(client=client, entered_on=TODAY, left_on=TODAY, currency="RUB")
    review = start_review(owner=client.owner, kind=ReviewKind.YEARLY, by=director, at=AT, face=Face.WEB)
    return {
        "client": client.pk,
        "invoice": invoice.pk,
        "declaration": rules.pk,
        "review": review.pk,
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_pages_of_judgement(chromium, live_server, emptied, director, client_one, theme):
    director.theme = theme
    director.save()
    places = places_of(client_one, director)
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True)
    page = context.new_page()
    enter(page, director.email)
    found = {address: violations(page, address.format(**places)) for address in PAGES}
    context.close()
    assert {address: faults for address, faults in found.items() if faults} == {}
