"""What clients say of us, by the API: written down, mended, taken off; sums for who may see money alone."""

from decimal import Decimal

import pytest

from tests.api.care_records import complaint_of
from vernost.assessment.models import Case
from vernost.core.clock import today
from vernost.core.enums import Face
from vernost.core.models import AuditEntry
from vernost.voice.models import Act, Complaint, Rating

JSON = "application/json"


def test_a_complaint_is_opened_and_closed(program_of, anna, client_one):
    program = program_of(anna)
    sent = {
        "client_id": client_one.pk,
        "opened_on": "2026-03-01",
        "subject": "Late",
        "responsible_id": anna.pk,
    }

    made = program.post("/api/v1/complaints", sent, content_type=JSON).json()
    said = program.patch(
        f"/api/v1/complaints/{made['id']}",
        {"closed_on": "2026-03-05", "justified": True, "if_unchanged": {"closed_on": None}},
        content_type=JSON,
    ).json()

    one = Complaint.objects.get()
    assert (said["subject"], said["closed_on"], said["justified"]) == ("Late", "2026-03-05", True)
    assert (one.responsible, str(one.opened_on), one.currency) == (anna, "2026-03-01", "RUB")
    entries = AuditEntry.objects.filter(kind="voice.complaint", object_id=one.pk)
    assert {entry.face for entry in entries} == {Face.API}


def test_a_complaint_is_not_closed_before_it_was_opened(program_of, anna, client_one):
    number = complaint_of(client_one)

    response = program_of(anna).patch(
        f"/api/v1/complaints/{number}", {"closed_on": "2020-01-01"}, content_type=JSON
    )

    assert response.json()["errors"][0]["where"] == "body.closed_on"
    assert Complaint.objects.get().closed_on is None


def test_its_sums_are_for_who_may_see_money(program_of, anna, north, client_one):
    number = complaint_of(client_one)
    Complaint.objects.update(cost=Decimal(100))
    path = f"/api/v1/complaints/{number}"

    assert program_of(anna).get(path).json()["cost"] == "100.00"
    assert program_of(anna, "talks:read").get(path).json()["cost"] is None


def test_a_stale_complaint_is_not_overwritten(program_of, anna, client_one):
    number = complaint_of(client_one)
    sent = {"subject": "Mine", "if_unchanged": {"subject": "Other"}}

    response = program_of(anna).patch(f"/api/v1/complaints/{number}", sent, content_type=JSON)

    assert (response.status_code, Complaint.objects.get().subject) == (409, "")


@pytest.mark.parametrize(
    ("measure", "value", "status"),
    [
        ("nps", "0", 201),
        ("nps", "10", 201),
        ("quality", "5", 201),
        ("quality", "6", 422),
        ("solving", "0", 422),
    ],
)
def test_a_mark_lies_in_its_scale(measure, value, status, program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "rated_on": "2026-03-01", "measure": measure, "value": value}

    response = program_of(anna).post("/api/v1/ratings", sent, content_type=JSON)

    assert response.status_code == status, response.content
    assert Rating.objects.count() == (status == 201)


@pytest.mark.parametrize(("kind", "cases"), [("values_conflict", 1), ("referral", 0)])
def test_an_act_opens_a_case_where_it_is_a_signal(kind, cases, program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "happened_on": str(today()), "kind": kind, "note": "He said so"}

    response = program_of(anna).post("/api/v1/acts", sent, content_type=JSON)

    assert response.status_code == 201
    assert (Act.objects.get().kind, Case.objects.count()) == (kind, cases)


def test_a_contact_with_an_act_that_is_no_signal(program_of, anna, client_one):
    sent = {"client_id": client_one.pk, "at": f"{today()}T00:00:00Z", "acts": ["referral"]}

    response = program_of(anna).post("/api/v1/interactions", sent, content_type=JSON)

    assert response.status_code == 201, response.content
    assert Act.objects.get().interaction_id == response.json()["id"]


def test_what_was_taken_off_is_gone(program_of, anna, client_one):
    number = complaint_of(client_one)
    program = program_of(anna)

    assert program.delete(f"/api/v1/complaints/{number}").status_code == 204
    assert program.get(f"/api/v1/complaints/{number}").status_code == 404
    assert program.get("/api/v1/complaints").json()["items"] == []


def test_only_open_ones(program_of, anna, client_one):
    shut, number = complaint_of(client_one), complaint_of(client_one)
    Complaint.objects.filter(pk=shut).update(closed_on=today())

    items = program_of(anna).get("/api/v1/complaints?open=true").json()["items"]

    assert [one["id"] for one in items] == [number]


def test_whose_people_are_not_the_clients_is_refused(program_of, director, anna, client_one):
    sent = {"client_id": client_one.pk, "opened_on": "2026-03-01", "contact_id": 10_000}

    response = program_of(director).post("/api/v1/complaints", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.contact_id"
