"""Reviews in the office: begun by a head, walked by the owner, seen by nobody else."""

import pytest

from tests.factories.assessments import make_assessment
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.actions.review import start_review
from vernost.assessment.enums import ReviewKind
from vernost.assessment.models import Decision, Review, ReviewItem
from vernost.core.clock import now, today
from vernost.core.enums import Face


def text_of(response) -> str:
    return response.content.decode()


@pytest.fixture
def review(anna, boris, client_one):
    make_assessment(client_one, group="fire")
    bring_in_force(today=today())
    return start_review(owner=anna, kind=ReviewKind.YEARLY, by=boris, at=now(), face=Face.WEB)


def test_head_begins_one_for_his_people_alone(browser_of, boris, anna, vera, client_one, client_two):
    browser = browser_of(boris)

    browser.post("/reviews/start/", {"owner": vera.pk, "kind": "yearly"})
    assert not Review.objects.exists()
    browser.post("/reviews/start/", {"owner": anna.pk, "kind": "yearly"})

    assert Review.objects.get().owner == anna
    assert "0 of 1" in text_of(browser.get("/reviews/"))
    refused = browser.post("/reviews/start/", {"owner": anna.pk, "kind": "yearly"}, follow=True)
    assert "is not finished" in text_of(refused)


def test_others_find_nothing(browser_of, vera, review):
    browser = browser_of(vera)

    assert browser.get(f"/reviews/{review.pk}/").status_code == 404
    assert browser.post(f"/reviews/{review.pk}/clients/1/answer/", {"answer": "confirm"}).status_code == 404


def test_owner_confirms_what_he_may_and_the_head_is_left_the_rest(browser_of, anna, review):
    page = browser_of(anna).post(
        f"/reviews/{review.pk}/clients/1/answer/", {"answer": "confirm"}, follow=True
    )

    assert ReviewItem.objects.get().answer == "confirmed"
    assert "waits for the head" in text_of(page)
    assert not Decision.objects.exists()
    assert "What was decided" in text_of(page)


def test_owner_may_not_fire_by_a_review_either(browser_of, anna, review):
    fields = {"answer": "group", "decided": "fire", "reason": "x", "until_on": "2199-01-01"}

    assert browser_of(anna).post(f"/reviews/{review.pk}/clients/1/answer/", fields).status_code == 403


def test_change_without_a_reason_comes_back_with_what_is_wrong(browser_of, boris, review):
    fields = {"answer": "group", "decided": "manage", "reason": "", "until_on": "2199-01-01"}

    page = text_of(browser_of(boris).post(f"/reviews/{review.pk}/clients/1/answer/", fields))

    assert "write why" in page
    assert ReviewItem.objects.get().answer == "waiting"
