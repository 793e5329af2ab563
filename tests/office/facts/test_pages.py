"""What was written down wrongly is mended or taken off by who may, and taken back."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_interaction, make_order
from tests.factories.dealings import make_invoice, make_payment
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.clients.models import Invoice, Order, Payment
from vernost.core.enums import Face, Role
from vernost.voice.actions.act import record_act
from vernost.voice.actions.complaint import open_complaint
from vernost.voice.actions.rating import record_rating
from vernost.voice.models import Act, Complaint, Interaction, Rating

DAY = timedelta(days=1)
STAMP = {"by": None, "at": AT, "face": Face.JOB}


@pytest.fixture
def facts(client_one):
    """One of each kind at Client One, by kind."""
    invoice = make_invoice(client_one, TODAY, 1000, number="7")
    return {
        "order": make_order(client_one, ordered_on=TODAY, subject="Deal"),
        "invoice": invoice,
        "payment": make_payment(client_one, TODAY, 400, invoice=invoice),
        "complaint": open_complaint(client=client_one, opened_on=TODAY, subject="Slow", **STAMP),
        "rating": record_rating(client=client_one, rated_on=TODAY, measure="nps", value=Decimal(9), **STAMP),
        "act": record_act(client=client_one, happened_on=TODAY, kind="referral", **STAMP),
        "interaction": make_interaction(client_one, note="old"),
    }


def address(record, kind):
    return f"/clients/{record.client_id}/facts/{kind}/{record.pk}/"


CHANGES = {
    "order": (
        {"ordered_on": "2026-03-01", "amount": "70", "currency": "RUB", "status": "done"},
        "amount",
        70,
    ),
    "invoice": (
        {
            "issued_on": "2026-02-01",
            "due_on": "2026-02-11",
            "amount": "900",
            "currency": "RUB",
            "number": "8",
        },
        "amount",
        900,
    ),
    "payment": ({"paid_on": "2026-03-02", "amount": "500", "currency": "RUB"}, "amount", 500),
    "complaint": ({"opened_on": "2026-03-01", "subject": "Late", "justified": "True"}, "subject", "Late"),
    "rating": ({"rated_on": "2026-03-01", "measure": "quality", "value": "4"}, "value", 4),
    "act": ({"happened_on": "2026-03-01", "kind": "suggestion", "note": "n"}, "kind", "suggestion"),
    "interaction": ({"day": "2026-03-01", "kind": "letter", "direction": "in", "note": "new"}, "note", "new"),
}


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_fact_is_mended_and_the_mending_taken_back(browser_of, anna, facts, kind):
    record, browser = facts[kind], browser_of(anna)
    given, column, wanted = CHANGES[kind]
    was = getattr(type(record).objects.get(pk=record.pk), column)
    page = browser.get(address(record, kind))
    assert page.status_code == 200

    saved = browser.post(address(record, kind), given, follow=True).content.decode()

    assert getattr(type(record).objects.get(pk=record.pk), column) == wanted
    browser.post(f"/undo/{saved.split('/undo/')[1].split('/')[0]}/")
    assert getattr(type(record).objects.get(pk=record.pk), column) == was


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_fact_is_taken_off_and_put_back(browser_of, anna, facts, kind):
    record, browser = facts[kind], browser_of(anna)

    page = browser.post(f"{address(record, kind)}remove/", follow=True).content.decode()

    assert type(record).objects.get(pk=record.pk).deleted_at is not None
    browser.post(f"/undo/{page.split('/undo/')[1].split('/')[0]}/")
    assert type(record).objects.get(pk=record.pk).deleted_at is None


def test_who_may_what(browser_of, vera, facts):
    service = browser_of(make_user("Sonya", Role.SERVICE))
    observer = browser_of(make_user("Olga", Role.OBSERVER))

    assert service.get(address(facts["complaint"], "complaint")).status_code == 200
    assert service.get(address(facts["invoice"], "invoice")).status_code == 403
    assert observer.get(address(facts["interaction"], "interaction")).status_code == 403
    assert browser_of(vera).get(address(facts["order"], "order")).status_code == 404
    assert service.get(f"/clients/{facts['order'].client_id}/accounts/").status_code == 403


def test_fact_of_another_client_is_not_there(browser_of, director, client_two, facts):
    order = facts["order"]

    assert browser_of(director).get(f"/clients/{client_two.pk}/facts/order/{order.pk}/").status_code == 404
    assert browser_of(director).get(f"/clients/{client_two.pk}/facts/client/{order.pk}/").status_code == 404


def test_last_contact_moves_with_the_day_of_the_contact(browser_of, anna, client_one, facts):
    browser_of(anna).post(
        address(facts["interaction"], "interaction"),
        {"day": "2026-02-01", "kind": "call", "direction": "out"},
    )

    client_one.refresh_from_db()
    assert client_one.last_contact_at.date().isoformat() == "2026-02-01"
    assert Interaction.objects.get().at == client_one.last_contact_at


def test_wrong_values_are_refused_and_nothing_changes(browser_of, anna, client_one, facts):
    browser = browser_of(anna)
    make_invoice(client_one, TODAY, 5, number="9")

    taken = browser.post(
        address(facts["invoice"], "invoice"),
        {"issued_on": "2026-02-01", "due_on": "2026-02-11", "amount": "1", "currency": "RUB", "number": "9"},
    )
    mark = browser.post(
        address(facts["rating"], "rating"), {"rated_on": "2026-03-01", "measure": "quality", "value": "9"}
    )

    assert "the number is taken" in taken.content.decode()
    assert "from 1 to 5" in mark.content.decode()
    assert Invoice.objects.get(number="7").amount == 1000
    assert Rating.objects.get().measure == "nps"


def test_card_and_accounts_lead_there(browser_of, anna, client_one, facts):
    browser = browser_of(anna)
    card = browser.get(f"/clients/{client_one.pk}/").content.decode()
    accounts = browser.get(f"/clients/{client_one.pk}/accounts/").content.decode()

    for kind in ("order", "complaint", "rating", "act", "interaction"):
        assert address(facts[kind], kind) in card
    for kind in ("invoice", "payment"):
        assert address(facts[kind], kind) in accounts
    assert (Order.objects.count(), Payment.objects.count(), Act.objects.count(), Complaint.objects.count()) == (
        1, 1, 1, 1,
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_accounts_ask_as_much_for_three_as_for_one(
    browser_of, anna, client_one, count, django_assert_max_num_queries
):
    for number in range(count):
        invoice = make_invoice(client_one, TODAY + number * DAY, 1000)
        make_payment(client_one, TODAY, 400, invoice=invoice)
    browser = browser_of(anna)

    with django_assert_max_num_queries(12):
        assert browser.get(f"/clients/{client_one.pk}/accounts/").status_code == 200
