"""Reviews: whose, how far, begun, and ended with what is left."""

from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.reviews.items import reviewed
from vernost.api.reviews.schemas import NewReview, ReviewedClient, ReviewsAsked, ReviewShown
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong, wrong
from vernost.api.shell.values import Number
from vernost.assessment.actions.review import UnableToReview, finish_review, start_review
from vernost.assessment.models import Review
from vernost.assessment.queries.review import next_item, reviewed_by, reviews_visible_to
from vernost.assessment.wording.refusals import UNABLE_TO_REVIEW
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("judgement")


@operations.reads("/reviews", right=Action.REVIEW, answer=Page[ReviewShown])
def list_reviews(request: Request, asked: Query[ReviewsAsked]) -> Page[ReviewShown]:
    """Reviews that the token's owner may walk through, with their progress."""
    rows = narrowed(
        reviews_visible_to(request.auth),
        owner=asked.owner_id,
        finished_at__isnull=None if asked.finished is None else not asked.finished,
    )
    return page_of(rows, asked, ReviewShown)


@operations.creates("/reviews", right=Action.REVIEW, answer=ReviewShown)
def start_a_review(request: Request, given: NewReview) -> Review:
    """Begins the walk through the clients that a person has now, the largest first."""
    owner = reviewed_by(request.auth).filter(pk=given.owner_id).first()
    if owner is None:
        raise wrong("body.owner_id", _("There is no such person, or you do not review his clients."))
    try:
        begun = start_review(owner=owner, kind=given.kind, by=request.auth, at=now(), face=Face.API)
    except UnableToReview as refused:
        said = [Wrong(where="body.owner_id", what=_(UNABLE_TO_REVIEW[refused.code]))]
        raise Refusal(Code.IMPOSSIBLE, errors=said) from refused
    return found(reviews_visible_to(request.auth), begun.pk)


@operations.reads("/reviews/{review_id}", right=Action.REVIEW, answer=ReviewShown)
def show_review(request: Request, review_id: Number) -> Review:
    """One review."""
    return found(reviews_visible_to(request.auth), review_id)


@operations.reads("/reviews/{review_id}/next", right=Action.REVIEW, answer=ReviewedClient | None)
def show_next_of_review(request: Request, review_id: Number) -> ReviewedClient | None:
    """The client who comes next in the walk, with what changed since the last one; null when it is through."""
    review = found(reviews_visible_to(request.auth), review_id)
    following = next_item(review) if review.finished_at is None else None
    return reviewed(request.auth, following) if following else None


@operations.acts("/reviews/{review_id}/finish", right=Action.REVIEW, answer=ReviewShown)
def finish_a_review(request: Request, review_id: Number) -> Review:
    """Ends the walk, also with clients left."""
    review = found(reviews_visible_to(request.auth), review_id)
    try:
        finish_review(review=review, by=request.auth, at=now(), face=Face.API)
    except UnableToReview as refused:
        raise Refusal(Code.CLOSED) from refused
    return found(reviews_visible_to(request.auth), review_id)
