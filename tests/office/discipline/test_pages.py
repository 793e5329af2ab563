"""The discipline track as pages."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.care.actions.discipline import take_step
from vernost.care.enums import Step
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.care.queries.discipline import step_of
from vernost.core.enums import Face, Role


def on_track(client, step=Step.REMINDER):
    return take_step(
        client=client, step=step, taken_on=TODAY - timedelta(days=30), by=None, at=AT, face=Face.JOB
    )


def test_rules_are_taken_from_a_template_and_acknowledged(browser_of, anna, client_one):
    browser, page = browser_of(anna), f"/clients/{client_one.pk}/discipline/"
    text = browser.get(f"{page}rules/new/?template=payment&language=ru").content.decode()
    assert "Счета оплачиваются в срок" in text

    browser.post(f"{page}rules/new/", {"declared_on": "2026-03-01", "rules": "Pay in time"})
    declaration = Declaration.objects.get()
    wrong = {"acknowledged_on": "2026-02-01", "acknowledged_by": "Their director"}
    assert b"before they were declared" in browser.post(f"{page}rules/{declaration.pk}/", wrong).content
    browser.post(
        f"{page}rules/{declaration.pk}/", wrong | {"acknowledged_on": "2026-03-03", "document": "No 7"}
    )

    declaration.refresh_from_db()
    assert (declaration.declared_by, declaration.document) == (anna, "No 7")
    assert b"No 7" in browser.get(page).content


def test_promise_is_shown_with_its_state_and_taken_off(browser_of, anna, client_one):
    browser, page = browser_of(anna), f"/clients/{client_one.pk}/discipline/"
    browser.post(
        f"{page}promises/new/",
        {"promised_on": "2026-02-01", "due_on": "2026-02-10", "amount": "1000", "currency": "RUB"},
    )
    promise = PaymentPromise.objects.get()
    assert b"broken" in browser.get(page).content

    browser.post(f"{page}promises/{promise.pk}/remove/")

    assert b"Nothing was promised yet." in browser.get(page).content


def test_step_proposes_the_next_one(browser_of, anna, client_one):
    on_track(client_one)
    browser, page = browser_of(anna), f"/clients/{client_one.pk}/discipline/"
    assert b'<option value="talk" selected>' in browser.get(f"{page}steps/new/").content

    browser.post(f"{page}steps/new/", {"step": "talk", "taken_on": "2026-03-05", "note": "On Monday"})
    assert step_of(client_one).step == Step.TALK

    early = browser.post(f"{page}steps/new/", {"step": "rules", "taken_on": "2026-03-01"})
    assert b"The step before it was later." in early.content


def test_trust_is_not_restored_before_it_is(browser_of, anna, boris, client_one):
    on_track(client_one)
    page = f"/clients/{client_one.pk}/discipline/"

    said = browser_of(anna).post(f"{page}return/", {"why": "I want to"}, follow=True).content.decode()
    assert "Not yet: the last invoices were paid in time" in said
    assert step_of(client_one) is not None

    browser_of(boris).post(f"{page}return/", {"why": "Our fault"})
    assert TrackStep.objects.get(step=Step.RETURNED).taken_by == boris


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, count, django_assert_num_queries):
    for number in range(count):
        on_track(make_client(f"Client {number}", owner=anna))
    browser = browser_of(boris)

    # Session, person, people of the team, count, numbers, rows, owners of the filter.
    with django_assert_num_queries(7):
        browser.get("/policies/discipline/")


def test_foreign_clients_are_not_on_the_list(browser_of, vera, client_one):
    on_track(client_one)

    assert b"Client One" not in browser_of(vera).get("/policies/discipline/").content


def test_service_sees_no_sums(browser_of, client_one, north):
    PaymentPromise.objects.create(
        client=client_one, promised_on=TODAY, due_on=TODAY, amount=Decimal(4321), currency="RUB"
    )
    sergey = make_user("Sergey", Role.SERVICE, north)

    page = browser_of(sergey).get(f"/clients/{client_one.pk}/discipline/").content

    assert b"4,321" not in page
    assert b"waiting" in page or b"broken" in page
