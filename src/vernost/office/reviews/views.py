from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from vernost.assessment.actions.review import UnableToReview, finish_review, start_review
from vernost.assessment.enums import ReviewKind
from vernost.assessment.models import Decision, Review
from vernost.assessment.queries.review import next_item, reviews_visible_to
from vernost.assessment.wording.refusals import UNABLE_TO_REVIEW
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.reviews.forms import StartReview
from vernost.office.shell.access import demand
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast

REFUSALS = {code: gettext_lazy(text) for code, text in UNABLE_TO_REVIEW.items()}
_MOST = 200


@require_GET
@demand(Action.REVIEW)
def reviews(request: Request) -> HttpResponse:
    """Open ones with their progress, and those that are through."""
    found = reviews_visible_to(request.user).order_by("-started_at", "-id")
    context = {
        "open": list(found.filter(finished_at=None)),
        "past": list(found.exclude(finished_at=None)[:_MOST]),
        "form": StartReview(user=request.user, initial={"owner": request.user.pk}),
    }
    return render(request, "office/reviews/reviews.html", context)


@require_POST
@demand(Action.REVIEW)
def start(request: Request) -> HttpResponse:
    form = StartReview(request.POST, user=request.user)
    if not form.is_valid():
        toast(request, _("Choose whose clients. Nothing was begun."))
        return redirect("reviews")
    owner, kind = form.cleaned_data["owner"], ReviewKind(form.cleaned_data["kind"])
    try:
        begun = start_review(owner=owner, kind=kind, by=request.user, at=now(), face=Face.WEB)
    except UnableToReview as refused:
        toast(request, str(REFUSALS[refused.code]))
        return redirect("reviews")
    return redirect(begun)


@require_GET
@demand(Action.REVIEW)
def review(request: Request, pk: int) -> HttpResponse:
    """Takes the walk up where it was left; through or left for good, the summary."""
    found = review_for(request.user, pk)
    waiting = next_item(found) if found.finished_at is None else None
    if waiting is not None and "summary" not in request.GET:
        return redirect("review_item", found.pk, waiting.place)
    items = list(found.items.select_related("client").order_by("place"))
    made = Decision.objects.filter(
        client__in=[one.client_id for one in items], deleted_at=None, decided_at__gte=found.started_at
    ).select_related("client", "decided_by")
    if found.finished_at:
        made = made.filter(decided_at__lte=found.finished_at)
    context = {"review": found, "items": items, "made": made.order_by("decided_at"), "waiting": waiting}
    return render(request, "office/reviews/summary.html", context)


@require_POST
@demand(Action.REVIEW)
def finish(request: Request, pk: int) -> HttpResponse:
    found = review_for(request.user, pk)
    try:
        finish_review(review=found, by=request.user, at=now(), face=Face.WEB)
    except UnableToReview as refused:
        toast(request, str(REFUSALS[refused.code]))
    else:
        toast(request, _("The review is finished."))
    return redirect(found)


def review_for(user: User, pk: int) -> Review:
    """404 for a review of clients that are not his to review."""
    found = reviews_visible_to(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
