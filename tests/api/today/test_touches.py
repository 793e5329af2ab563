"""Today by the API, and what is done with a touch."""

from datetime import timedelta

import pytest

from tests.factories.care import make_rule, make_touch
from vernost.care.enums import TouchState
from vernost.core.clock import today
from vernost.voice.models import Interaction

JSON = "application/json"


@pytest.fixture
def touch(client_one):
    return make_touch(client_one, make_rule(), due_on=today())


def test_today_says_what_needs_the_person(program_of, anna, touch):
    said = program_of(anna).get("/api/v1/today").json()

    assert said["on"] == str(today())
    assert [one["client_name"] for one in said["items"]] == ["Client One"]


def test_without_the_scope_of_money_no_sum_is_told(program_of, anna, touch):
    seen = program_of(anna).get("/api/v1/today").json()["items"][0]
    hidden = program_of(anna, "today:read").get("/api/v1/today").json()["items"][0]

    assert (seen["at_stake"], hidden["at_stake"]) == (40000, None)
    assert program_of(anna, "today:read").get("/api/v1/touches").json()["items"][0]["worth"] is None


def test_done_writes_the_contact_down(program_of, anna, touch):
    sent = {"note": "He was content.", "mood": 1}

    said = program_of(anna).post(f"/api/v1/touches/{touch.pk}/finish", sent, content_type=JSON).json()

    talk = Interaction.objects.get()
    assert said["state"] == "done"
    assert (talk.client, talk.kind, talk.note, talk.mood) == (touch.client, "call", "He was content.", 1)


def test_done_twice_is_a_conflict(program_of, anna, touch):
    program = program_of(anna)
    program.post(f"/api/v1/touches/{touch.pk}/finish", {}, content_type=JSON)

    response = program.post(f"/api/v1/touches/{touch.pk}/finish", {}, content_type=JSON)

    assert (response.status_code, response.json()["code"]) == (409, "closed")
    assert Interaction.objects.count() == 1


def test_moved_to_a_day_that_is_not_past(program_of, anna, touch):
    program, later = program_of(anna), today() + timedelta(days=3)

    assert (
        program.post(f"/api/v1/touches/{touch.pk}/move", {"day": "2026-01-01"}, content_type=JSON).status_code
        == 422
    )
    said = program.post(f"/api/v1/touches/{touch.pk}/move", {"day": str(later)}, content_type=JSON).json()
    assert said["due_on"] == str(later)


def test_skipped_with_a_reason_only(program_of, anna, touch):
    program = program_of(anna)

    assert (
        program.post(f"/api/v1/touches/{touch.pk}/skip", {"reason": " "}, content_type=JSON).status_code
        == 422
    )
    program.post(f"/api/v1/touches/{touch.pk}/skip", {"reason": "On leave."}, content_type=JSON)
    touch.refresh_from_db()
    assert (touch.state, touch.reason) == (TouchState.SKIPPED, "On leave.")


def test_given_to_nobody_who_does_not_see_the_client(program_of, anna, vera, touch):
    response = program_of(anna).post(
        f"/api/v1/touches/{touch.pk}/hand-over", {"person_id": vera.pk}, content_type=JSON
    )

    assert response.status_code == 422
