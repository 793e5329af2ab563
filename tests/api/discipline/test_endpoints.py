"""The discipline track by the API: declared, promised, stepped down, led back."""

from datetime import timedelta

import pytest

from tests.api.ways import declaration_of, on_track, promise_of, track_step_of
from tests.factories.dealings import make_payment
from tests.factories.people import make_user
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.core.clock import today
from vernost.core.enums import Face, Role, Verb
from vernost.core.models import AuditEntry

JSON = "application/json"


def day(days):
    return str(today() + timedelta(days=days))


def test_rules_are_declared_and_acknowledged(program_of, anna, client_one):
    program = program_of(anna)
    given = {
        "client_id": client_one.pk,
        "declared_on": day(-3),
        "rules": "Pay in time",
        "our_duties": "Answer",
    }

    made = program.post("/api/v1/declarations", given, content_type=JSON)
    known = program.post(
        f"/api/v1/declarations/{made.json()['id']}/acknowledge",
        {"acknowledged_on": day(-1), "acknowledged_by": "Rosa", "document": "No. 7"},
        content_type=JSON,
    ).json()

    assert (made.status_code, made.json()["declared_by_id"], made.json()["acknowledged_on"]) == (
        201, anna.pk, None,
    )  # fmt: skip
    assert (known["acknowledged_by"], known["document"], known["rules"]) == ("Rosa", "No. 7", "Pay in time")
    assert program.get("/api/v1/declarations?acknowledged=false").json()["items"] == []
    entries = AuditEntry.objects.filter(kind="care.declaration").order_by("pk")
    assert [(one.by, one.face, one.verb) for one in entries] == [
        (anna, Face.API, Verb.CREATED), (anna, Face.API, Verb.CHANGED),
    ]  # fmt: skip


def test_rules_are_ready_in_both_languages(program_of, anna):
    program = program_of(anna)

    english = program.get("/api/v1/rules-texts").json()
    russian = program.get("/api/v1/rules-texts?language=ru").json()

    assert [one["code"] for one in english] == ["payment", "prepayment", "orders"]
    assert all(one["rules"] and one["client_duties"] for one in english)
    assert english[0]["rules"] != russian[0]["rules"]


def test_nobody_acknowledges_before_it_was_declared(program_of, anna, client_one):
    pk = declaration_of(client_one)

    response = program_of(anna).post(
        f"/api/v1/declarations/{pk}/acknowledge",
        {"acknowledged_on": day(-8), "acknowledged_by": "Rosa"},
        content_type=JSON,
    )

    assert response.json()["errors"] == [
        {"where": "body.acknowledged_on", "what": "That was before they were declared.", "stands": None}
    ]
    assert Declaration.objects.get(pk=pk).acknowledged_on is None


def test_a_promise_and_what_the_payments_say_of_it(program_of, anna, client_one):
    program = program_of(anna)
    given = {
        "client_id": client_one.pk, "promised_on": day(-5), "due_on": day(5), "amount": "100.00", "currency": "RUB",
    }  # fmt: skip

    made = program.post("/api/v1/payment-promises", given, content_type=JSON).json()
    make_payment(client_one, today(), 130)
    later = program.post("/api/v1/payment-promises", given | {"due_on": day(9)}, content_type=JSON).json()
    first = program.get(f"/api/v1/payment-promises/{made['id']}").json()

    assert (made["state"], made["paid"]) == ("waiting", "0.00")
    assert (first["state"], first["paid"], first["paid_on"]) == ("kept", "100.00", str(today()))
    # What the first did not need.
    assert (later["state"], later["paid"]) == ("waiting", "30.00")
    assert [one["state"] for one in program.get("/api/v1/payment-promises").json()["items"]] == [
        "kept", "waiting",
    ]  # fmt: skip


def test_sums_of_promises_are_for_who_sees_money(program_of, client_one):
    promise_of(client_one)
    on_track(client_one)
    service = make_user("Sam", Role.SERVICE)
    program = program_of(service)

    promise = program.get("/api/v1/payment-promises").json()["items"][0]
    track = program.get(f"/api/v1/clients/{client_one.pk}/discipline").json()

    assert (promise["amount"], promise["paid"], promise["state"]) == (None, None, "waiting")
    assert (track["debts"][0]["left"], track["promises"][0]["amount"]) == (None, None)


def test_a_promise_is_not_due_before_it_was_made(program_of, browser_of, anna, client_one):
    given = {"promised_on": day(0), "due_on": day(-1), "amount": "100", "currency": "RUB"}
    said = "It cannot be due before it was promised."

    response = program_of(anna).post(
        "/api/v1/payment-promises", given | {"client_id": client_one.pk}, content_type=JSON
    )
    page = browser_of(anna).post(f"/clients/{client_one.pk}/discipline/promises/new/", given)

    assert response.json()["errors"] == [{"where": "body.due_on", "what": said, "stands": None}]
    assert said in page.content.decode()
    assert not PaymentPromise.objects.exists()


def test_a_promise_that_was_none_is_removed(program_of, anna, client_one):
    pk = promise_of(client_one)

    assert program_of(anna).delete(f"/api/v1/payment-promises/{pk}").status_code == 204
    assert PaymentPromise.objects.get(pk=pk).deleted_at is not None
    assert program_of(anna).get(f"/api/v1/payment-promises/{pk}").status_code == 404


def test_down_the_track_and_back_with_a_reason(program_of, anna, boris, client_one):
    on_track(client_one)
    program, address = program_of(anna), f"/api/v1/clients/{client_one.pk}/discipline"

    program.post(
        "/api/v1/track-steps",
        {"client_id": client_one.pk, "step": "talk", "taken_on": day(0)},
        content_type=JSON,
    )
    said = program.get(address).json()
    refused = program.post(f"{address}/return", {"why": "I like him"}, content_type=JSON)
    back = program_of(boris).post(f"{address}/return", {"why": "He pays tomorrow"}, content_type=JSON)

    assert (said["now"]["step"], said["next_step"], said["may_return"]) == ("talk", "rules", False)
    assert (said["debts"][0]["left"], len(said["debts"])) == ("100.00", 1)
    assert [(one["criterion"], one["met"]) for one in said["way_back"]] == [
        ("debts_paid", False), ("promises_kept", True), ("paid_in_time", False),
    ]  # fmt: skip
    assert (refused.status_code, refused.json()["code"]) == (409, "refused_by_policy")
    assert [one["what"] for one in refused.json()["errors"]] == [
        "no debt is past its day", "the last invoices were paid in time",
    ]  # fmt: skip
    assert back.json()["now"] is None
    assert TrackStep.objects.filter(client=client_one).order_by("pk").last().note == "He pays tomorrow"
    assert program.get("/api/v1/track-steps").json()["items"] == []


@pytest.mark.parametrize(
    ("step", "days", "where"), [("talk", -8, "body.taken_on"), ("returned", 0, "body.step")]
)
def test_a_step_that_cannot_be_is_refused(step, days, where, program_of, anna, client_one):
    track_step_of(client_one)

    response = program_of(anna).post(
        "/api/v1/track-steps",
        {"client_id": client_one.pk, "step": step, "taken_on": day(days)},
        content_type=JSON,
    )

    assert (response.status_code, response.json()["errors"][0]["where"]) == (422, where)
    assert TrackStep.objects.get().over_on is None


def test_who_is_not_on_the_track_does_not_come_off_it(program_of, boris, client_one):
    response = program_of(boris).post(
        f"/api/v1/clients/{client_one.pk}/discipline/return", {"why": "Why not"}, content_type=JSON
    )

    assert (response.status_code, response.json()["code"]) == (409, "impossible")
