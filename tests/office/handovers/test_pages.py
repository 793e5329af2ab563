"""Handing a client over as pages."""

import pytest

from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.assessment.actions.task import add_task
from vernost.care.actions.handover import begin_handover
from vernost.care.models import Handover
from vernost.core.clock import today
from vernost.core.enums import Face, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def carl(north):
    return make_user("Carl", Role.ACCOUNT_MANAGER, north)


@pytest.fixture
def handover(browser_of, boris, anna, carl, client_one):
    add_task(
        client=client_one,
        case=None,
        title="Send the act",
        due_on=TODAY,
        person=anna,
        by=anna,
        at=AT,
        face=Face.WEB,
    )
    page = f"/clients/{client_one.pk}/hand-over/"
    given = {"to": carl.pk, "reason": "Anna goes on leave", "introduce_on": today().isoformat()}
    browser_of(boris).post(page, given)
    return Handover.objects.get()


def test_from_the_card_to_the_end(browser_of, anna, carl, boris, client_one, handover):
    client_one.refresh_from_db()
    assert client_one.owner == carl
    page = f"/hand-overs/{handover.pk}/"
    shown = browser_of(anna).get(page).content.decode()
    assert "Send the act" in shown
    assert "Finish the hand-over" not in shown
    # The old owner does not see the card any more, and is told on Today all the same.
    assert browser_of(anna).get(f"/clients/{client_one.pk}/").status_code == 404
    assert "Hand the client over to Carl" in browser_of(anna).get("/").content.decode()
    assert "Take the client over from Anna" in browser_of(carl).get("/").content.decode()

    items = list(handover.items.order_by("place"))
    browser_of(anna).post(f"{page}items/{items[0].pk}/", {"note": "Likes to be called early", "taken": "on"})
    items[0].refresh_from_db()
    # Who hands over tells; he does not tick for the other.
    assert (items[0].note, items[0].taken_on) == ("Likes to be called early", None)
    assert browser_of(anna).post(f"{page}finish/").status_code == 403

    assert "not taken over yet" in browser_of(carl).post(f"{page}finish/", follow=True).content.decode()
    for item in items:
        browser_of(carl).post(f"{page}items/{item.pk}/", {"taken": "on", "note": item.note})
    browser_of(carl).post(f"{page}finish/", {"note": "Done"})

    handover.refresh_from_db()
    assert handover.finished_on == today()
    assert browser_of(anna).get(page).status_code == 404
    assert b"Hand the client over" not in browser_of(anna).get("/").content
    assert "Likes to be called early" in browser_of(carl).get(page).content.decode()


def test_tick_is_taken_away(browser_of, carl, handover):
    item = handover.items.order_by("place").first()
    browser = browser_of(carl)
    for taken, expected in (({"taken": "on"}, today()), ({}, None)):
        browser.post(f"/hand-overs/{handover.pk}/items/{item.pk}/", taken)
        item.refresh_from_db()
        assert item.taken_on == expected


def test_undo_from_the_toast(browser_of, boris, anna, client_one, carl):
    browser = browser_of(boris)
    given = {"to": carl.pk, "reason": "Leave", "introduce_on": today().isoformat()}
    page = browser.post(f"/clients/{client_one.pk}/hand-over/", given, follow=True).content.decode()
    browser.post("/undo/" + page.split('action="/undo/')[1].split('"')[0])

    client_one.refresh_from_db()
    assert client_one.owner == anna
    assert browser.get(f"/hand-overs/{Handover.objects.get().pk}/").status_code == 404


def test_owner_on_the_card_leads_to_a_hand_over(browser_of, boris, anna, carl, client_one):
    """Also for who sends the field by himself, or the whole form."""
    field, edit = f"/clients/{client_one.pk}/field/owner/", f"/clients/{client_one.pk}/edit/"
    browser = browser_of(boris)

    assert browser.get(field).url == f"/clients/{client_one.pk}/hand-over/"
    assert browser.post(field, {"owner": carl.pk}).url == f"/clients/{client_one.pk}/hand-over/"
    assert 'name="owner"' not in browser.get(edit).content.decode()
    browser.post(edit, {"name": "Client One", "kind": "company", "owner": carl.pk})

    client_one.refresh_from_db()
    assert client_one.owner == anna


def test_pen_beside_the_owner_is_for_who_may_hand_over(browser_of, boris, anna, client_one):
    pen = f"/clients/{client_one.pk}/field/owner/"

    assert pen in browser_of(boris).get(f"/clients/{client_one.pk}/").content.decode()
    assert pen not in browser_of(anna).get(f"/clients/{client_one.pk}/").content.decode()


def test_client_of_nobody_gets_its_owner_at_once(browser_of, director, carl):
    client = make_client("Nobody's")

    browser_of(director).post(f"/clients/{client.pk}/field/owner/", {"owner": carl.pk})

    client.refresh_from_db()
    assert client.owner == carl
    assert not Handover.objects.exists()


def test_begun_already_leads_to_it_and_nobody_else_may(browser_of, boris, anna, vera, client_one, handover):
    page = f"/clients/{client_one.pk}/hand-over/"

    assert browser_of(boris).get(page).url == f"/hand-overs/{handover.pk}/"
    assert browser_of(vera).get(f"/hand-overs/{handover.pk}/").status_code == 404
    assert browser_of(vera).get(page).status_code == 404


def test_other_teams_take_nothing_from_a_head(browser_of, boris, vera, client_one):
    given = {"to": vera.pk, "reason": "Why not", "introduce_on": today().isoformat()}

    said = browser_of(boris).post(f"/clients/{client_one.pk}/hand-over/", given).content.decode()

    assert "Select a valid choice" in said
    assert not Handover.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(browser_of, boris, anna, carl, count, django_assert_num_queries):
    for number in range(count):
        client = make_client(f"Client {number}", owner=anna)
        begin_handover(
            client=client, to=carl, reason="Leave", introduce_on=TODAY, by=boris, at=AT, face=Face.WEB, run=f"r{number}"
        )  # fmt: skip
    browser = browser_of(boris)

    # Session, person, people of the team, count, numbers, rows.
    with django_assert_num_queries(6):
        browser.get("/hand-overs/")
