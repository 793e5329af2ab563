"""A review of two clients, from its beginning to its summary."""

from datetime import date, timedelta

import pytest

from tests.factories.assessments import make_assessment, make_run, make_signal
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.actions.review import (
    UnableToReview,
    change_item,
    confirm_item,
    finish_review,
    put_off_item,
    start_review,
)
from vernost.assessment.enums import ReviewKind, Subject
from vernost.assessment.models import ClientAssessment, Decision, Question, Standing
from vernost.assessment.queries.review import next_item, reviewed_by, reviews_visible_to, since
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face
from vernost.voice.actions.complaint import open_complaint

DOOR = {"at": AT, "face": Face.WEB}


@pytest.fixture
def small(client_one):
    return make_assessment(client_one, revenue_window=100, group="discipline")


@pytest.fixture
def review(anna, boris, client_one, small):
    large = make_client("Large", owner=anna)
    make_assessment(large, revenue_window=900)
    make_client("Ended", owner=anna, ended_on=TODAY)
    bring_in_force(today=TODAY)
    return start_review(owner=anna, kind=ReviewKind.QUARTERLY, by=boris, **DOOR)


def answers(review) -> list[tuple[str, str]]:
    return list(review.items.order_by("place").values_list("client__name", "answer"))


def test_takes_the_clients_of_its_beginning_the_largest_first(review, anna):
    make_client("Came later", owner=anna)

    assert answers(review) == [("Large", "waiting"), ("Client One", "waiting")]
    assert review.since_on == TODAY - timedelta(days=91)


def test_walk_goes_on_where_it_was_left_and_comes_back_to_what_was_put_off(review, anna):
    first, second = review.items.order_by("place")
    assert next_item(review) == first

    put_off_item(item=first, by=anna, **DOOR)
    assert next_item(review, first.place) == second

    confirm_item(item=second, questions=[], by=anna, **DOOR)
    assert next_item(review, second.place) == first

    confirm_item(item=first, questions=[], by=anna, **DOOR)
    assert next_item(review) is None


def test_confirming_answers_the_open_question_until_after_the_next_review(review, anna, client_one):
    item = review.items.get(client=client_one)

    confirm_item(item=item, questions=Question.objects.filter(client=client_one), by=anna, run="ok", **DOOR)

    decision = Decision.objects.get()
    assert (decision.decided, decision.until_on) == ("discipline", TODAY + timedelta(days=91 + 31))
    assert not Question.objects.exists()
    undo_run(run="ok", by=anna, **DOOR)
    item.refresh_from_db()
    assert item.answer == "waiting"
    assert not Decision.objects.filter(deleted_at=None).exists()


def test_changing_decides(review, anna, client_one):
    change_item(
        item=review.items.get(client=client_one), subject=Subject.GROUP, decided="manage", reason="Paid",
        until_on=date(2026, 6, 1), by=anna, **DOOR,
    )  # fmt: skip

    assert answers(review) == [("Large", "waiting"), ("Client One", "changed")]
    assert ClientAssessment.objects.get(client=client_one).group_in_force == "manage"


def test_what_cannot_be_reviewed_is_refused(review, anna, boris, vera):
    for owner, code in ((anna, "open"), (vera, "nobody")):
        with pytest.raises(UnableToReview) as refused:
            start_review(owner=owner, kind=ReviewKind.YEARLY, by=boris, **DOOR)
        assert refused.value.code == code

    finish_review(review=review, by=anna, **DOOR)
    with pytest.raises(UnableToReview) as refused:
        confirm_item(item=review.items.first(), questions=[], by=anna, **DOOR)
    assert refused.value.code == "over"


def test_next_review_counts_from_the_beginning_of_the_last(review, anna):
    finish_review(review=review, by=anna, **DOOR)

    following = start_review(
        owner=anna, kind=ReviewKind.YEARLY, by=anna, at=AT + timedelta(days=80), face=Face.WEB
    )

    assert following.since_on == TODAY


def test_head_sees_the_progress_of_his_people_and_nobody_elses(review, anna, boris, vera, director):
    confirm_item(item=review.items.first(), questions=[], by=anna, **DOOR)

    for user in (anna, boris, director):
        found = reviews_visible_to(user).get()
        assert (found.total, found.done, found.changed, found.later) == (2, 1, 0, 0)
    assert not reviews_visible_to(vera).exists()
    assert set(reviewed_by(boris)) == {anna, boris}
    assert set(reviewed_by(anna)) == {anna}


def test_what_changed_since_a_day(client_one, small):
    day = TODAY - timedelta(days=30)
    make_run(as_of=TODAY - timedelta(days=60))
    Standing.objects.create(
        client=client_one, since_on=TODAY - timedelta(days=60), until_on=TODAY, group="manage",
        stage="repeat", loyalty="none",
    )  # fmt: skip
    for ago, amount in ((5, 300), (30, 40), (31, 500), (59, 70), (60, 9000)):
        make_order(client_one, ordered_on=TODAY - timedelta(days=ago), amount=amount)
    make_order(client_one, ordered_on=TODAY, amount=7, currency="XXX")
    make_signal(client_one, first_on=TODAY)
    make_signal(client_one, "loss_making", first_on=day)
    open_complaint(
        client=client_one,
        opened_on=TODAY,
        subject="Late again",
        currency="RUB",
        by=None,
        at=AT,
        face=Face.JOB,
    )
    make_interaction(client_one)

    found = since(client_one, day, TODAY)

    assert (found.before.group, found.before.stage) == ("manage", "repeat")
    # Since: the order five days ago. Before: those 30, 31 and 59 days ago; the one of 60 days ago is too old.
    assert (found.bought, found.bought_before) == (300.0, 610.0)
    assert [one.code for one in found.raised] == ["silent"]
    assert [one.subject for one in found.complaints] == ["Late again"]
    assert found.contacts == 1
