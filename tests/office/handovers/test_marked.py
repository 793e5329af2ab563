"""Handing over the marked clients of the list: nothing that is open at one of them is lost."""

import pytest

from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.assessment.actions.task import add_task
from vernost.care.models import Handover, Touch
from vernost.clients.models import Client
from vernost.core.clock import today
from vernost.core.enums import Face, Role
from vernost.core.jobs.worker import run_queued_jobs
from vernost.office.handovers import marked

pytestmark = pytest.mark.django_db


@pytest.fixture
def carl(north):
    return make_user("Carl", Role.ACCOUNT_MANAGER, north)


@pytest.fixture
def task(client_one, anna):
    return add_task(
        client=client_one, case=None, title="Send the act", due_on=TODAY, person=anna, by=anna, at=AT, face=Face.WEB,
    )  # fmt: skip


def given(to, **more):
    return {"to": to.pk, "reason": "Anna goes on leave", "introduce_on": today().isoformat(), **more}


def owners():
    return dict(Client.objects.values_list("name", "owner__name"))


def test_all_results_pass_with_what_is_open_and_are_taken_back(
    browser_of, boris, anna, carl, client_one, client_two, task
):
    make_client("Client Three", owner=anna)
    browser = browser_of(boris)

    response = browser.post("/clients/hand-over/?q=client", given(carl, all="1"), follow=True)

    assert "2 clients pass to Carl with everything that is open." in response.content.decode()
    assert owners() == {"Client One": "Carl", "Client Two": "Vera", "Client Three": "Carl"}
    task.refresh_from_db()
    assert task.person == carl
    assert {one.reason for one in Handover.objects.all()} == {"Anna goes on leave"}
    assert Touch.objects.filter(person=carl, client=client_one).exists()
    assert "Take the client over from Anna" in browser_of(carl).get("/").content.decode()

    (message,) = response.context["messages"]
    browser.post(message.extra_tags)
    task.refresh_from_db()
    assert (owners()["Client One"], owners()["Client Three"], task.person) == ("Anna", "Anna", anna)
    assert not Handover.objects.filter(deleted_at=None).exists()
    assert not Touch.objects.filter(person=carl).exists()


def test_nobodys_client_is_given_and_one_under_way_is_left(
    browser_of, director, anna, boris, carl, client_one
):
    """A client that `to` has already is no hand-over."""
    make_client("Of nobody")
    make_client("Of Carl", owner=carl)
    browser = browser_of(director)
    browser.post(f"/clients/{client_one.pk}/hand-over/", given(boris))

    page = browser.post("/clients/hand-over/", given(carl, all="1"), follow=True).content.decode()

    assert owners() == {"Client One": "Boris", "Of nobody": "Carl", "Of Carl": "Carl"}
    assert Handover.objects.get().taker == boris
    assert "1 client passes to Carl" in page
    assert "1 is being handed over already and was left as it is." in page


def test_many_pass_by_a_job(browser_of, boris, anna, carl, client_one, task, monkeypatch):
    monkeypatch.setattr(marked, "_AT_ONCE", 1)
    make_client("Client Three", owner=anna)

    page = browser_of(boris).post("/clients/hand-over/", given(carl, all="1"), follow=True).content.decode()

    assert "2 clients pass to Carl one after the other." in page
    run_queued_jobs()
    assert owners() == {"Client One": "Carl", "Client Three": "Carl"}
    task.refresh_from_db()
    assert task.person == carl


@pytest.mark.parametrize("missing", ["to", "reason", "introduce_on"])
def test_without_a_word_nothing_passes(browser_of, boris, carl, client_one, missing):
    answer = {**given(carl, ids=[client_one.pk]), missing: ""}

    page = browser_of(boris).post("/clients/hand-over/", answer, follow=True).content.decode()

    assert "Nothing was changed" in page
    assert owners() == {"Client One": "Anna"}


def test_marked_clients_of_others_are_not_handed_over(browser_of, boris, carl, client_two):
    browser_of(boris).post("/clients/hand-over/", given(carl, ids=[client_two.pk]))

    assert owners() == {"Client Two": "Vera"}
