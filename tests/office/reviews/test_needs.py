"""When Today asks for a review."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_run
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.review import finish_review, start_review
from vernost.assessment.enums import ReviewKind
from vernost.assessment.models import Review
from vernost.core.enums import Face
from vernost.core.needs import Question, needs_of

DAY = timedelta(days=1)


@pytest.fixture
def asked():
    def ask(user, owner=None):
        question = Question(user=user, owner=owner, on=TODAY, until=TODAY, money=True, most=10)
        return [
            (need.client_name, need.title, need.url) for need in needs_of(question) if need.kind == "review"
        ]

    return ask


def begun(owner, at, kind=ReviewKind.QUARTERLY):
    return start_review(owner=owner, kind=kind, by=owner, at=at, face=Face.WEB)


def test_first_review_is_due_a_quarter_after_the_first_assessment(asked, anna, boris, vera, client_one):
    run = make_run(started_at=AT - 91 * DAY)
    assert asked(anna) == []

    run.started_at = AT - 92 * DAY
    run.save(update_fields=["started_at"])

    line = [("Clients of Anna", "The review of the clients is due", "/reviews/")]
    assert asked(anna) == asked(boris) == line
    assert asked(vera) == []
    assert asked(boris, owner=boris) == []


@pytest.mark.parametrize(("kind", "days"), [(ReviewKind.QUARTERLY, 91), (ReviewKind.YEARLY, 365)])
def test_next_is_due_when_the_period_of_the_last_is_over(asked, anna, client_one, kind, days):
    review = begun(anna, AT - days * DAY, kind)
    finish_review(review=review, by=anna, at=AT, face=Face.WEB)
    assert asked(anna) == []

    Review.objects.filter(pk=review.pk).update(started_at=AT - (days + 1) * DAY)
    assert [title for _, title, _ in asked(anna)] == ["The review of the clients is due"]


def test_begun_and_not_through_after_two_weeks(asked, anna, client_one, browser_of):
    review = begun(anna, AT - 14 * DAY)
    assert asked(anna) == []

    Review.objects.filter(pk=review.pk).update(started_at=AT - 15 * DAY)
    assert asked(anna) == [("Clients of Anna", "The review is not finished", f"/reviews/{review.pk}/")]

    page = browser_of(anna).get("/").content.decode()
    assert '<span class="today-client">Clients of Anna</span>' in page
