"""What becomes of decisions, cases, plans, marks and reviews when two clients are merged, and when that is undone."""

from datetime import timedelta

import pytest

from tests.factories.assessments import make_assessment
from tests.factories.clients import make_client
from tests.factories.moments import AT, TODAY
from vernost.assessment.actions.decision import decide
from vernost.assessment.actions.question import bring_in_force
from vernost.assessment.actions.review import start_review
from vernost.assessment.actions.standing import move
from vernost.assessment.enums import Answer, ReviewKind, Subject
from vernost.assessment.models import (
    Case,
    Decision,
    DependencePlan,
    FactorMark,
    LoyaltyFactor,
    Question,
    ReviewItem,
    Standing,
)
from vernost.assessment.queries.decision import last_word
from vernost.assessment.queries.movement import movement
from vernost.assessment.queries.review import reviews_visible_to
from vernost.clients.actions.merge import merge_clients
from vernost.clients.models import Client
from vernost.core.actions.undo import undo_run
from vernost.core.enums import Face

STAMP = {"at": AT, "face": Face.WEB}


@pytest.fixture
def twin(anna):
    return make_client("Client 1", owner=anna)


def merge(keep, gone, by):
    return merge_clients(keep=keep, gone=gone, by=by, **STAMP)


def unmerge(run, by):
    assert undo_run(run=run, by=by, **STAMP).conflicts == []


def word(client, by, value, **fields):
    return decide(
        client=client, subject=Subject.GROUP, decided=value, reason="x", until_on=TODAY + timedelta(days=900),
        by=by, **STAMP, **fields,
    )  # fmt: skip


def test_word_on_the_client_that_stays_is_the_last(client_one, twin, boris):
    """Both were decided on, and Two's word becomes history; on un-merging each has his own again."""
    for client in (client_one, twin):
        make_assessment(client)
    kept, other = word(client_one, boris, "reward"), word(twin, boris, "discipline")

    run = merge(client_one, twin, boris)

    other.refresh_from_db()
    assert last_word(client_one, Subject.GROUP) == kept
    assert (other.client, other.over_why, other.over_by) == (client_one, "replaced", boris)
    unmerge(run, boris)
    assert last_word(twin, Subject.GROUP) == other
    assert last_word(client_one, Subject.GROUP) == kept
    assert Decision.objects.get(pk=other.pk).over_by is None


def test_word_on_the_absorbed_client_holds_where_there_was_none(client_one, twin, boris):
    judged = make_assessment(client_one)
    make_assessment(twin)
    word(twin, boris, "reward")

    run = merge(client_one, twin, boris)

    judged.refresh_from_db()
    assert judged.group_in_force == "reward"
    unmerge(run, boris)
    judged.refresh_from_db()
    assert judged.group_in_force == "manage"


def test_questions_follow_the_decisions(client_one, twin, boris):
    """The absorbed client's proposal to fire asks nothing any more; un-merged it asks again."""
    make_assessment(client_one)
    make_assessment(twin, group="fire")
    bring_in_force(today=TODAY)
    assert [one.client for one in Question.objects.all()] == [twin]

    run = merge(client_one, twin, boris)

    assert not Question.objects.exists()
    unmerge(run, boris)
    assert [one.client for one in Question.objects.all()] == [twin]


def test_one_case_a_reason_stays_open(client_one, twin, boris):
    fields = {
        "origin": "person", "severity": 2, "opened_on": TODAY, "first_seen_on": TODAY, "last_seen_on": TODAY,
    }  # fmt: skip
    kept = Case.objects.create(client=client_one, code="silent", **fields)
    same = Case.objects.create(client=twin, code="silent", **fields)
    other = Case.objects.create(client=twin, code="cost_rises", **fields)

    run = merge(client_one, twin, boris)

    assert list(Case.objects.filter(client=client_one, closed_on=None).order_by("pk")) == [kept, other]
    same.refresh_from_db()
    assert (same.client, same.state, same.outcome) == (client_one, "closed", "passed")
    unmerge(run, boris)
    same.refresh_from_db()
    assert (same.client, same.state, same.closed_on) == (twin, "open", None)


def test_plan_and_marks_of_the_client_that_stays_hold(client_one, twin, boris):
    factor = LoyaltyFactor.objects.order_by("pk")[0]
    for client, state in ((client_one, "met"), (twin, "broken")):
        plan = DependencePlan.objects.create(
            client=client, owner=boris, aim="Less", steps="1", due_on=TODAY, review_on=TODAY
        )
        mark = FactorMark.objects.create(
            client=client, factor=factor, state=state, noted_on=TODAY, source="he", noted_by=boris
        )

    merge(client_one, twin, boris)

    plan.refresh_from_db()
    mark.refresh_from_db()
    assert (plan.client, plan.closed_on) == (client_one, TODAY)
    assert (mark.client, mark.over_at) == (client_one, AT)
    assert DependencePlan.objects.filter(client=client_one, closed_on=None).count() == 1


def test_walk_through_both_has_one_client_left(client_one, twin, anna, boris):
    review = start_review(owner=anna, kind=ReviewKind.YEARLY, by=boris, **STAMP)
    item = ReviewItem.objects.get(client=twin)

    run = merge(client_one, twin, boris)

    item.refresh_from_db()
    assert (item.client, item.answer) == (twin, Answer.MERGED)
    assert reviews_visible_to(anna).get(pk=review.pk).total == 1
    unmerge(run, boris)
    item.refresh_from_db()
    assert item.answer == Answer.WAITING
    assert reviews_visible_to(anna).get(pk=review.pk).total == 2


def test_walk_through_the_absorbed_client_alone_goes_on_with_the_one_that_stays(
    client_one, client_two, anna, vera, boris
):
    start_review(owner=vera, kind=ReviewKind.YEARLY, by=vera, **STAMP)

    merge(client_one, client_two, boris)

    assert ReviewItem.objects.get().client == client_one


def test_absorbed_client_stands_nowhere_after_the_next_assessment(client_one, twin, boris):
    rows = [(one.pk, "manage", "regular", "none") for one in (client_one, twin)]
    later = TODAY + timedelta(days=90)
    move(rows=rows, as_of=TODAY)

    move(rows=rows[:1], as_of=later)

    assert Standing.objects.get(client=twin).until_on == later
    assert dict(movement(Client.objects.all(), TODAY, later, today=None).moves) == {("manage", "manage"): 1}
