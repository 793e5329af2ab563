from datetime import date
from decimal import Decimal

from tests.factories.clients import make_order
from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
from vernost.clients.actions.order import change_order
from vernost.core.enums import Face
from vernost.core.queries.audit import history_of


def test_value_is_put_back_from_the_log(browser_of, anna, client_one):
    change_client(client=client_one, industry="Banking", by=anna, at=AT, face=Face.WEB)
    browser = browser_of(anna)
    assert "Banking" in browser.get("/settings/audit/").content.decode()

    browser.post(f"/settings/audit/{history_of(client_one).first().pk}/industry/")

    client_one.refresh_from_db()
    assert client_one.industry == ""


def test_changes_of_others_are_not_shown_nor_put_back(browser_of, vera, anna, client_one):
    change_client(client=client_one, industry="Banking", by=anna, at=AT, face=Face.WEB)
    entry = history_of(client_one).first()

    assert list(browser_of(vera).get("/settings/audit/").context["entries"]) == []
    assert browser_of(vera).post(f"/settings/audit/{entry.pk}/industry/").status_code == 404


def test_rights_are_not_put_back_from_the_log(browser_of, director, anna):
    browser = browser_of(director)
    browser.post(f"/settings/people/{anna.pk}/", {"name": "Anna", "email": anna.email, "role": "observer"})
    entry = history_of(anna).first()

    assert browser.post(f"/settings/audit/{entry.pk}/role/").status_code == 403


def test_days_and_numbers_are_shown_as_people_write_them(browser_of, anna, client_one):
    change_client(client=client_one, since_on=date(2026, 3, 5), by=anna, at=AT, face=Face.WEB)
    order = make_order(client_one, amount=Decimal("1200.00"))
    change_order(order=order, amount=Decimal("1250.50"), by=anna, at=AT, face=Face.WEB)

    text = browser_of(anna).get("/settings/audit/").content.decode()

    assert "5\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2026" in text
    assert "<del>1,200</del> → 1,250.50" in text
