"""Reviews by the API: the whole walk, client by client, as a person walks it in the office."""

from datetime import timedelta

import pytest

from tests.api.records import question_of
from tests.api.ways import review_item_of
from tests.factories.assessments import make_assessment, make_signal
from tests.factories.clients import make_client
from vernost.assessment.models import Decision, Question, Review, ReviewItem, Standing
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import AuditEntry

JSON = "application/json"


@pytest.fixture
def two(anna, client_one):
    """Anna's clients: the larger comes first."""
    other = make_client("Small One", owner=anna)
    make_assessment(client_one, revenue_window=50000)
    make_assessment(other, revenue_window=100)
    return client_one, other


def test_a_walk_from_the_beginning_to_the_end(program_of, anna, two):
    large, small = two
    program = program_of(anna)

    review = program.post(
        "/api/v1/reviews", {"owner_id": anna.pk, "kind": "yearly"}, content_type=JSON
    ).json()
    address = f"/api/v1/reviews/{review['id']}"
    first = program.get(f"{address}/next").json()
    program.post(f"/api/v1/review-items/{first['item']['id']}/put-off")
    second = program.get(f"{address}/next").json()
    changed = program.post(
        f"/api/v1/review-items/{second['item']['id']}/change",
        {"subject": "stage", "decided": "lost", "reason": "Moved away"},
        content_type=JSON,
    ).json()
    program.patch(f"/api/v1/review-items/{first['item']['id']}", {"note": "Ask in May"}, content_type=JSON)
    confirmed = program.post(f"/api/v1/review-items/{first['item']['id']}/confirm").json()
    through = program.get(f"{address}/next")
    over = program.post(f"{address}/finish").json()

    assert (review["total"], review["done"], review["finished_at"]) == (2, 0, None)
    assert (first["item"]["client_id"], second["item"]["client_id"]) == (large.pk, small.pk)
    assert (changed["answer"], confirmed["answer"], confirmed["note"]) == (
        "changed",
        "confirmed",
        "Ask in May",
    )
    decision = Decision.objects.get(client=small)
    assert (decision.decided, decision.until_on) == ("lost", today() + timedelta(days=365 + 31))
    assert (through.status_code, through.json()) == (200, None)
    assert (over["done"], over["changed"], over["finished_at"] is not None) == (2, 1, True)
    faces = AuditEntry.objects.filter(kind__in=("assessment.review", "assessment.reviewitem"))
    assert set(faces.values_list("face", flat=True)) == {Face.API}


def test_what_changed_since_the_last_one(program_of, anna, two):
    large, _small = two
    Standing.objects.filter(client=large).update(since_on=today() - timedelta(days=700), group="discipline")
    make_signal(large, "silent", first_on=today() - timedelta(days=3))
    program = program_of(anna)

    pk = review_item_of(large)
    said = program.get(f"/api/v1/review-items/{pk}").json()

    assert (said["since"]["before"]["group"], said["since"]["proposed"]["group"]) == ("discipline", "manage")
    assert (said["since"]["raised"], said["since"]["bought"]) == (["silent"], 0.0)
    assert said["questions"] == []


def test_confirming_answers_the_open_questions(program_of, anna, client_one):
    question_of(client_one)
    pk = review_item_of(client_one)
    program = program_of(anna)

    asked = program.get(f"/api/v1/review-items/{pk}").json()["questions"]
    program.post(f"/api/v1/review-items/{pk}/confirm")

    assert [one["subject"] for one in asked] == ["stage"]
    assert not Question.objects.exists()


def test_reviews_that_cannot_begin(program_of, anna, boris, vera, two):
    program = program_of(anna)
    program.post("/api/v1/reviews", {"owner_id": anna.pk, "kind": "yearly"}, content_type=JSON)

    twice = program.post("/api/v1/reviews", {"owner_id": anna.pk, "kind": "yearly"}, content_type=JSON)
    nobody = program_of(boris).post(
        "/api/v1/reviews", {"owner_id": boris.pk, "kind": "quarterly"}, content_type=JSON
    )
    others = program.post("/api/v1/reviews", {"owner_id": vera.pk, "kind": "yearly"}, content_type=JSON)

    assert (twice.status_code, nobody.status_code, others.status_code) == (409, 409, 422)
    assert "take it up" in twice.json()["errors"][0]["what"]
    assert "has no clients" in nobody.json()["errors"][0]["what"]
    assert Review.objects.count() == 1


def test_a_review_that_is_over_is_not_answered(program_of, anna, client_one):
    pk = review_item_of(client_one)
    Review.objects.update(finished_at=now())
    program = program_of(anna)

    late = program.post(f"/api/v1/review-items/{pk}/confirm")
    again = program.post(f"/api/v1/reviews/{Review.objects.get().pk}/finish")

    assert [(one.status_code, one.json()["code"]) for one in (late, again)] == [(409, "closed")] * 2
    assert ReviewItem.objects.get(pk=pk).answer == "waiting"


def test_the_group_reward_is_for_the_head(program_of, anna, boris, client_one):
    make_assessment(client_one, group="reward")
    address = f"/api/v1/review-items/{review_item_of(client_one)}/change"
    given = {"subject": "group", "decided": "reward"}

    assert program_of(anna).post(address, given, content_type=JSON).status_code == 403
    assert program_of(boris).post(address, given, content_type=JSON).status_code == 200


def test_against_the_program_with_a_reason(program_of, anna, client_one):
    address = f"/api/v1/review-items/{review_item_of(client_one)}/change"

    response = program_of(anna).post(address, {"subject": "stage", "decided": "lost"}, content_type=JSON)

    assert (response.status_code, response.json()["errors"][0]["where"]) == (422, "body.reason")
    assert not Decision.objects.exists()
