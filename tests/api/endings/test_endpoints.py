"""Endings by the API: nothing is ended without grounds, a person's word and the checklist."""

from datetime import timedelta

import pytest

from tests.api.ways import ending_decided, ending_of, ending_ready, ending_with_chance
from tests.factories.assessments import make_assessment, make_signal
from tests.factories.people import make_user
from vernost.care.enums import Checklist
from vernost.care.models import Ending
from vernost.core.clock import today
from vernost.core.enums import Face, Role
from vernost.core.models import AuditEntry

JSON = "application/json"


def day(days=0):
    return str(today() + timedelta(days=days))


def test_from_the_grounds_to_the_end(program_of, anna, boris, client_one):
    make_assessment(client_one)
    program, head = program_of(anna), program_of(boris)

    made = program.post(
        "/api/v1/endings", {"client_id": client_one.pk, "grounds": ["free_work"], "note": "Again"}, content_type=JSON
    )  # fmt: skip
    address = f"/api/v1/endings/{made.json()['id']}"
    chance = program.post(
        f"{address}/last-chance",
        {"offered_on": day(-9), "until_on": day(-2), "new_price": "10% more"},
        content_type=JSON,
    ).json()
    program.post(f"{address}/answer", {"accepted": False}, content_type=JSON)
    decided = head.post(
        f"{address}/decide", {"end": True, "why": "No answer to it"}, content_type=JSON
    ).json()
    early = program.post(f"{address}/finish", {"ended_on": day()}, content_type=JSON)
    for item in Checklist:
        ticked = program.post(f"{address}/check", {"item": item.value}, content_type=JSON).json()
    over = program.post(
        f"{address}/finish",
        {"ended_on": day(), "partner": "Lex & Co", "contacts_a_year": 2},
        content_type=JSON,
    ).json()

    assert (made.status_code, made.json()["state"], made.json()["loses"]["revenue"]) == (
        201,
        "considered",
        40000.0,
    )
    assert (chance["state"], chance["new_price"]) == ("last_chance", "10% more")
    assert (decided["state"], decided["decided_by_id"]) == ("decided", boris.pk)
    assert (early.status_code, early.json()["code"]) == (409, "impossible")
    assert "work in hand is finished" in early.json()["errors"][0]["what"]
    assert set(ticked["done"]) == set(Checklist.values)
    assert (over["state"], over["partner"], over["contacts_a_year"]) == ("ended", "Lex & Co", 2)
    client_one.refresh_from_db()
    assert (client_one.ended_on, client_one.ended_reason) == (today(), "No answer to it")
    assert set(AuditEntry.objects.filter(kind="care.ending").values_list("face", flat=True)) == {Face.API}


def test_a_protected_client_is_ended_by_nobody_but_a_director_with_a_reason(
    program_of, boris, director, client_one
):
    make_assessment(client_one, guards="new_client")
    given = {"client_id": client_one.pk, "grounds": ["values"], "guard_why": "He threatens our people"}

    refused = program_of(boris).post("/api/v1/endings", given, content_type=JSON)
    without = program_of(director).post("/api/v1/endings", given | {"guard_why": ""}, content_type=JSON)
    made = program_of(director).post("/api/v1/endings", given, content_type=JSON).json()

    assert (refused.status_code, refused.json()["code"], without.status_code) == (
        409,
        "refused_by_policy",
        409,
    )
    assert [one["what"] for one in refused.json()["errors"]] == ["new_client"]
    assert (made["guards"], made["guard_by_id"]) == (["new_client"], director.pk)


def test_no_second_ending_while_one_is_open(program_of, anna, client_one):
    make_assessment(client_one)
    ending_of(client_one)

    response = program_of(anna).post(
        "/api/v1/endings", {"client_id": client_one.pk, "grounds": ["values"]}, content_type=JSON
    )

    assert (response.status_code, response.json()["code"]) == (409, "impossible")
    assert Ending.objects.count() == 1


def test_while_the_client_may_still_answer_nobody_ends_it(program_of, boris, client_one):
    address = f"/api/v1/endings/{ending_with_chance(client_one)}"

    response = program_of(boris).post(f"{address}/decide", {"end": True, "why": "Enough"}, content_type=JSON)

    assert response.status_code == 409
    assert "may still answer" in response.json()["errors"][0]["what"]


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"until_on": day(-1), "new_price": "10% more"}, "body.until_on"),
        ({"until_on": day(9)}, "body.new_price"),
    ],
)
def test_a_last_chance_offers_something_and_leaves_time(
    given, where, program_of, browser_of, anna, client_one
):
    pk = ending_of(client_one)
    given = {"offered_on": day()} | given

    response = program_of(anna).post(f"/api/v1/endings/{pk}/last-chance", given, content_type=JSON)
    page = browser_of(anna).post(f"/clients/{client_one.pk}/ending/chance/", given)

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == where
    assert response.json()["errors"][0]["what"] in page.content.decode()
    assert Ending.objects.get(pk=pk).offered_on is None


def test_an_item_is_taken_back(program_of, anna, client_one):
    address = f"/api/v1/endings/{ending_decided(client_one, done={'work': day(-1), 'letter': day(-1)})}"

    said = (
        program_of(anna).post(f"{address}/check", {"item": "work", "done": False}, content_type=JSON).json()
    )

    assert said["done"] == {"letter": day(-1)}


def test_an_ending_that_is_over_is_not_gone_on_with(program_of, anna, client_one):
    pk = ending_ready(client_one)
    program = program_of(anna)
    program.post(f"/api/v1/endings/{pk}/finish", {"ended_on": day()}, content_type=JSON)

    again = program.post(f"/api/v1/endings/{pk}/finish", {"ended_on": day(-1)}, content_type=JSON)

    assert (again.status_code, Ending.objects.get(pk=pk).ended_on) == (409, today())


def test_the_client_left_himself(program_of, anna, client_one):
    program, address = program_of(anna), f"/api/v1/clients/{client_one.pk}/left"

    ours = program.post(address, {"ended_on": day(), "reason": "ours"}, content_type=JSON)
    said = program.post(
        address, {"ended_on": day(), "reason": "price", "note": "Too dear"}, content_type=JSON
    )

    assert (ours.status_code, ours.json()["errors"][0]["where"]) == (422, "body.reason")
    assert (said.json()["side"], said.json()["state"]) == ("client", "ended")
    client_one.refresh_from_db()
    assert (client_one.ended_on, client_one.ended_reason) == (today(), "Too dear")


def test_what_speaks_for_it_and_what_is_lost(program_of, director, client_one):
    make_assessment(client_one, guards="new_client", group_reason="debt_overdue")
    signal = make_signal(client_one, "cost_rises")
    make_signal(client_one, "silent")
    service = make_user("Sam", Role.SERVICE)
    address = f"/api/v1/clients/{client_one.pk}/ending-case"

    said = program_of(director).get(address).json()

    assert (said["grounds"], said["evidence"]) == (["costs_grow", "obligations"], [signal.pk])
    assert (said["guards"], len(said["protected_by"]), said["loses"]["profit"]) == (
        ["new_client"],
        1,
        10000.0,
    )
    assert program_of(service).get(address).json()["loses"] is None


def test_what_is_lost_is_for_who_sees_money(program_of, anna, client_one):
    make_assessment(client_one)
    program_of(anna).post(
        "/api/v1/endings", {"client_id": client_one.pk, "grounds": ["values"]}, content_type=JSON
    )
    service = make_user("Sam", Role.SERVICE)

    item = program_of(service).get("/api/v1/endings").json()["items"][0]

    assert (item["loses"], item["grounds"]) == (None, ["values"])


def test_a_letter_in_the_client_s_language(program_of, anna, client_one):
    ending_with_chance(client_one)
    address = f"/api/v1/clients/{client_one.pk}/ending-letters/last_chance"

    english = program_of(anna).get(address).json()
    russian = program_of(anna).get(f"{address}?language=ru").json()

    assert "10% more" in english["body"]
    assert "10% more" in russian["body"]
    assert english["subject"] != russian["subject"]
