import pytest

from tests.factories.people import make_user
from vernost.core.enums import Role
from vernost.core.models import SavedView


def names(browser) -> list[str]:
    return [view.name for view, _current, _own in browser.get("/clients/").context["views"]]


@pytest.mark.parametrize(
    ("sharing", "seen_by"),
    [("private", ["anna"]), ("team", ["anna", "boris"]), ("all", ["anna", "boris", "vera"])],
)
def test_view_is_seen_by(sharing, seen_by, browser_of, anna, boris, vera):
    browser_of(anna).post(
        "/views/save/",
        {"list_name": "clients", "name": "Keys", "query": "key=1&page=3&q=", "sharing": sharing},
    )

    assert SavedView.objects.get().query == "key=1"
    people = {"anna": anna, "boris": boris, "vera": vera}
    assert [name for name, person in people.items() if names(browser_of(person)) == ["Keys"]] == seen_by


def test_own_view_of_the_same_name_is_replaced(browser_of, anna):
    for query in ("key=1", "ended=1"):
        browser_of(anna).post(
            "/views/save/", {"list_name": "clients", "name": "Mine", "query": query, "sharing": "private"}
        )

    assert [view.query for view in SavedView.objects.all()] == ["ended=1"]


def test_view_of_another_is_not_deleted(browser_of, anna, boris):
    view = SavedView.objects.create(list_name="clients", name="Mine", owner=anna, sharing="all")

    assert browser_of(boris).post(f"/views/{view.pk}/delete/").status_code == 404
    assert browser_of(anna).post(f"/views/{view.pk}/delete/").status_code == 302
    assert not SavedView.objects.exists()


def test_observer_saves_a_view_too(browser_of, db):
    observer = make_user("Olaf", Role.OBSERVER)

    browser_of(observer).post(
        "/views/save/", {"list_name": "clients", "name": "A", "query": "", "sharing": "all"}
    )

    assert SavedView.objects.get().owner == observer
