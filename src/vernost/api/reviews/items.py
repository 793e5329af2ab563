"""One client of a review: what changed since the last, and the answer."""

from collections.abc import Callable
from typing import Any

from ninja import Query

from vernost.api.decisions.endpoints import refused_decision
from vernost.api.decisions.schemas import DecisionShown, QuestionShown
from vernost.api.loyalty.schemas import RatingBeside
from vernost.api.reviews.schemas import (
    ReviewChange,
    ReviewedClient,
    ReviewItemsAsked,
    ReviewItemShown,
    ReviewNote,
    SinceShown,
    Stood,
)
from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.assessment.actions.decision import UnableToDecide
from vernost.assessment.actions.review import (
    UnableToReview,
    change_item,
    confirm_item,
    note_item,
    put_off_item,
    until_next,
)
from vernost.assessment.models import ReviewItem
from vernost.assessment.queries.client_assessment import assessment_of
from vernost.assessment.queries.decision import last_words, questions_answerable_by, right_to_decide
from vernost.assessment.queries.review import items_visible_to, since
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/review-items", right=Action.REVIEW, answer=Page[ReviewItemShown])
def list_review_items(request: Request, asked: Query[ReviewItemsAsked]) -> Page[ReviewItemShown]:
    """Clients of reviews, and what was answered of each."""
    rows = narrowed(
        items_visible_to(request.auth),
        review=asked.review_id,
        client=asked.client_id,
        answer=asked.answer,
    )
    return page_of(rows, asked, ReviewItemShown)


@operations.reads("/review-items/{review_item_id}", right=Action.REVIEW, answer=ReviewedClient)
def show_review_item(request: Request, review_item_id: Number) -> ReviewedClient:
    """One client of a review with what changed since the last one."""
    return reviewed(request.auth, _item(request.auth, review_item_id))


@operations.changes("/review-items/{review_item_id}", right=Action.REVIEW, answer=ReviewItemShown)
def note_on_review_item(request: Request, review_item_id: Number, given: ReviewNote) -> ReviewItem:
    """Keeps a note beside the client."""
    item = _item(request.auth, review_item_id)
    return note_item(item=item, note=given.note, by=request.auth, at=now(), face=Face.API)


@operations.acts("/review-items/{review_item_id}/confirm", right=Action.REVIEW, answer=ReviewItemShown)
def confirm_review_item(request: Request, review_item_id: Number) -> ReviewItem:
    """What stands is right: the client's open questions that the token's owner may answer are answered so."""
    item = _item(request.auth, review_item_id)
    mine = questions_answerable_by(request.auth).filter(client=item.client)
    questions = list(mine.select_related("client", "decision"))
    return _answered(request, item, confirm_item, questions=questions)


@operations.acts("/review-items/{review_item_id}/change", right=Action.REVIEW, answer=ReviewItemShown)
def change_review_item(request: Request, review_item_id: Number, given: ReviewChange) -> ReviewItem:
    """Decides on the client's group, stage or level within the review."""
    item = _item(request.auth, review_item_id)
    words = last_words(item.client)
    stands = words[given.subject].decided if given.subject in words else ""
    client_for(request.auth, item.client_id, right_to_decide(given.subject, given.decided, stands))
    values = given.model_dump() | {"until_on": given.until_on or until_next(review=item.review, at=now())}
    try:
        return _answered(request, item, change_item, **values)
    except UnableToDecide as refused:
        raise refused_decision(refused, "path.review_item_id") from refused


@operations.acts("/review-items/{review_item_id}/put-off", right=Action.REVIEW, answer=ReviewItemShown)
def put_off_review_item(request: Request, review_item_id: Number) -> ReviewItem:
    """Comes again after the others."""
    return _answered(request, _item(request.auth, review_item_id), put_off_item)


def reviewed(person: User, item: ReviewItem) -> ReviewedClient:
    """`item` with its client; sums are null for who may not see money."""
    client, money = client_for(person, item.client_id), sees_money(person)
    what, judged = since(client, item.review.since_on, today()), assessment_of(client)
    return ReviewedClient(
        item=ReviewItemShown.model_validate(item),
        since=SinceShown(
            day=what.day,
            before=Stood.model_validate(what.before) if what.before else None,
            proposed=Stood.model_validate(judged) if judged else None,
            bought=what.bought if money else None,
            bought_before=what.bought_before if money else None,
            raised=[one.code for one in what.raised],
            over=[one.code for one in what.over],
            complaints=[one.pk for one in what.complaints],
            ratings=[RatingBeside.model_validate(one) for one in what.ratings],
            decisions=[DecisionShown.model_validate(one) for one in what.decisions],
            contacts=what.contacts,
        ),
        questions=[QuestionShown.model_validate(one) for one in client.questions.order_by("pk")],
        until_on=until_next(review=item.review, at=now()),
    )


def _item(person: User, pk: int) -> ReviewItem:
    return found(items_visible_to(person).select_related("review", "client__owner"), pk)


def _answered(
    request: Request, item: ReviewItem, answer: Callable[..., ReviewItem], **values: Any
) -> ReviewItem:
    try:
        return answer(item=item, by=request.auth, at=now(), face=Face.API, **values)
    except UnableToReview as refused:
        raise Refusal(Code.CLOSED) from refused
