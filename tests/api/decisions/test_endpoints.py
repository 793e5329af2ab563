"""A person's word by the API: given, renewed, withdrawn; never past the right that it needs."""

from datetime import timedelta

import pytest

from tests.api.records import question_of
from tests.factories.assessments import make_assessment
from vernost.assessment.models import ClientAssessment, Decision, Question
from vernost.core.clock import today
from vernost.core.enums import Face, Verb
from vernost.core.models import AuditEntry

JSON = "application/json"
UNTIL = str(today() + timedelta(days=30))


def _sent(client, **values):
    return {
        "client_id": client.pk,
        "subject": "stage",
        "decided": "slipping",
        "reason": "He told me",
        "until_on": UNTIL,
    } | values


def test_decided_against_the_program_with_a_reason(program_of, anna, client_one):
    make_assessment(client_one)

    response = program_of(anna).post("/api/v1/decisions", _sent(client_one), content_type=JSON)

    decision = Decision.objects.get()
    assert (response.status_code, response.json()["id"]) == (201, decision.pk)
    assert (decision.proposed, decision.decided, decision.decided_by) == ("regular", "slipping", anna)
    assert ClientAssessment.objects.get(client=client_one).stage_in_force == "slipping"
    entry = AuditEntry.objects.get(kind="assessment.decision", object_id=decision.pk)
    assert (entry.by, entry.face, entry.verb) == (anna, Face.API, Verb.CREATED)


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"reason": ""}, "body.reason"),
        ({"decided": "friend"}, "body.decided"),
        ({"until_on": str(today() - timedelta(days=1))}, "body.until_on"),
    ],
)
def test_what_cannot_be_decided(values, where, program_of, anna, client_one):
    make_assessment(client_one)

    response = program_of(anna).post("/api/v1/decisions", _sent(client_one, **values), content_type=JSON)

    assert response.status_code == 422
    assert [one["where"] for one in response.json()["errors"]] == [where]
    assert not Decision.objects.exists()


def test_who_is_not_judged_yet_is_not_decided_on(program_of, anna, client_one):
    response = program_of(anna).post("/api/v1/decisions", _sent(client_one), content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.client_id"


def test_only_a_head_decides_on_reward_and_fire(program_of, anna, boris, client_one):
    make_assessment(client_one)
    sent = _sent(client_one, subject="group", decided="fire")

    by_anna = program_of(anna).post("/api/v1/decisions", sent, content_type=JSON)
    by_boris = program_of(boris).post("/api/v1/decisions", sent, content_type=JSON)

    assert (by_anna.status_code, by_anna.json()["code"], by_boris.status_code) == (403, "not_allowed", 201)


def test_withdrawn_once(program_of, anna, client_one):
    make_assessment(client_one)
    program = program_of(anna)
    made = program.post("/api/v1/decisions", _sent(client_one), content_type=JSON).json()["id"]

    first = program.post(f"/api/v1/decisions/{made}/withdraw")
    second = program.post(f"/api/v1/decisions/{made}/withdraw")

    assert (first.json()["over_why"], first.json()["over_by_id"]) == ("withdrawn", anna.pk)
    assert (second.status_code, second.json()["code"]) == (409, "closed")
    assert program.get("/api/v1/decisions").json()["items"] == []
    assert len(program.get("/api/v1/decisions?over=true").json()["items"]) == 1


@pytest.mark.parametrize(("answer", "stands"), [("keep", "slipping"), ("accept", "regular")])
def test_a_question_is_answered(answer, stands, program_of, anna, client_one):
    number = question_of(client_one)
    sent = {"answer": answer, "until_on": UNTIL}

    response = program_of(anna).post(f"/api/v1/questions/{number}/answer", sent, content_type=JSON)

    assert response.status_code == 204, response.content
    assert ClientAssessment.objects.get(client=client_one).stage_in_force == stands
    assert not Question.objects.filter(pk=number).exists()


def test_nothing_is_kept_where_nothing_was_decided(program_of, boris, client_one):
    number = question_of(client_one)
    Question.objects.update(decision=None, stood="")
    sent = {"answer": "keep", "until_on": UNTIL}

    response = program_of(boris).post(f"/api/v1/questions/{number}/answer", sent, content_type=JSON)

    assert response.json()["errors"][0]["where"] == "body.answer"
