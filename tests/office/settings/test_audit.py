from tests.factories.moments import AT
from vernost.clients.actions.client import change_client
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
