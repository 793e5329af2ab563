"""The review ritual: begun for one owner, answered client by client, left and taken up, ended with a summary."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localtime

from vernost.assessment.actions.decision import accept_proposals, decide, keep_decisions
from vernost.assessment.enums import Answer, Asks, ReviewKind, Subject
from vernost.assessment.models import Question, Review, ReviewItem
from vernost.assessment.queries.review import PERIODS
from vernost.clients.models import Client
from vernost.core.actions.record import change_record, create_record
from vernost.core.actions.records import create_records
from vernost.core.enums import Face
from vernost.core.models import User

# What a review decides holds until the next is surely through.
_REST = timedelta(days=31)


class UnableToReview(Exception):
    """`code`: "open", a review of this owner is not finished; "nobody", he has no clients; "over", it is finished."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def start_review(
    *,
    owner: User,
    kind: ReviewKind,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> Review:
    """Begins the walk through the clients that `owner` has now, the largest first."""
    with transaction.atomic():
        if Review.objects.filter(owner=owner, finished_at=None).exists():
            raise UnableToReview("open")
        clients = Client.objects.filter(owner=owner, deleted_at=None, ended_on=None)
        by_size = F("assessment__revenue_window").desc(nulls_last=True)
        chosen = list(clients.order_by(by_size, "name", "id"))
        if not chosen:
            raise UnableToReview("nobody")
        last = Review.objects.filter(owner=owner).order_by("-started_at").first()
        since = localtime(last.started_at).date() if last else localtime(at).date() - PERIODS[kind]
        review = create_record(
            record=Review(
                owner=owner, kind=kind, since_on=since, started_by=by, started_at=at, is_sample=is_sample
            ),
            by=by,
            at=at,
            face=face,
            run=run,
        )
        items = [
            ReviewItem(review=review, client=one, place=place) for place, one in enumerate(chosen, start=1)
        ]
        # The line of the review tells whose clients it took; a line for each would say nothing more.
        create_records(records=items, by=by, at=at, face=face, run=run, audited=False)
    return review


def confirm_item(
    *, item: ReviewItem, questions: Iterable[Question], by: User, at: datetime, face: Face, run: str = ""
) -> ReviewItem:
    """What stands is right: the client's open `questions` that `by` may answer are answered so."""
    until = until_next(review=item.review, at=at)
    with transaction.atomic():
        for one in questions:
            answer = keep_decisions if one.asks == Asks.CHANGED else accept_proposals
            answer(questions=[one], until_on=until, by=by, at=at, face=face, run=run)
        return _answer(item, Answer.CONFIRMED, by, at, face, run)


def change_item(
    *,
    item: ReviewItem,
    subject: Subject,
    decided: str,
    reason: str,
    until_on: date,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> ReviewItem:
    """Decides on the client within the review. UnableToDecide as actions/decision.py says."""
    with transaction.atomic():
        decide(
            client=item.client,
            subject=subject,
            decided=decided,
            reason=reason,
            until_on=until_on,
            by=by,
            at=at,
            face=face,
            run=run,
        )
        return _answer(item, Answer.CHANGED, by, at, face, run)


def put_off_item(*, item: ReviewItem, by: User, at: datetime, face: Face, run: str = "") -> ReviewItem:
    """Comes again after the others."""
    return _answer(item, Answer.LATER, by, at, face, run)


def note_item(*, item: ReviewItem, note: str, by: User, at: datetime, face: Face) -> ReviewItem:
    return change_record(record=item, values={"note": note}, by=by, at=at, face=face)


def finish_review(*, review: Review, by: User, at: datetime, face: Face) -> Review:
    """Ends the walk, also with clients left; the summary says how many."""
    if review.finished_at is not None:
        raise UnableToReview("over")
    return change_record(record=review, values={"finished_at": at}, by=by, at=at, face=face)


def until_next(*, review: Review, at: datetime) -> date:
    """The last day of what is decided now in `review`."""
    return localtime(at).date() + PERIODS[ReviewKind(review.kind)] + _REST


def _answer(item: ReviewItem, answer: Answer, by: User, at: datetime, face: Face, run: str) -> ReviewItem:
    if item.review.finished_at is not None:
        raise UnableToReview("over")
    values: dict[str, Any] = {"answer": answer, "answered_by": by, "answered_at": at}
    return change_record(record=item, values=values, by=by, at=at, face=face, run=run)
