"""One client of a review: what changed since the last, and the answer by one key."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vernost.assessment.actions.decision import UnableToDecide
from vernost.assessment.actions.review import (
    UnableToReview,
    change_item,
    confirm_item,
    note_item,
    put_off_item,
    until_next,
)
from vernost.assessment.enums import Subject
from vernost.assessment.models import ReviewItem
from vernost.assessment.queries.client_assessment import assessment_of
from vernost.assessment.queries.decision import VALUES, last_words, questions_answerable_by
from vernost.assessment.queries.review import Since, next_item, since
from vernost.assessment.wording.signals import SIGNALS
from vernost.clients.models import Client
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.office.assessment.words import words
from vernost.office.decisions.forms import Decide
from vernost.office.decisions.views import may_choose
from vernost.office.decisions.words import REFUSALS, held, value_badge
from vernost.office.reviews.forms import Note
from vernost.office.reviews.views import REFUSALS as OVER
from vernost.office.reviews.views import review_for
from vernost.office.shell.access import client_for, demand, may
from vernost.office.shell.http import Request
from vernost.office.shell.toasts import toast


@require_GET
@demand(Action.REVIEW)
def item(request: Request, pk: int, place: int) -> HttpResponse:
    found = _item_for(request.user, pk, place)
    return render(request, "office/reviews/item.html", _context(request.user, found))


@require_POST
@demand(Action.REVIEW)
def answer(request: Request, pk: int, place: int) -> HttpResponse:
    """`answer` is confirm, later, note or the subject that is decided; then comes the next client."""
    found, user = _item_for(request.user, pk, place), request.user
    asked = request.POST.get("answer", "")
    run = f"review-{found.pk}-{now():%Y%m%d%H%M%S%f}"
    given: dict[str, Any] = {"item": found, "by": user, "at": now(), "face": Face.WEB}
    try:
        if asked == "note":
            note_item(note=request.POST.get("note", "").strip(), **given)
            toast(request, _("The note is kept."))
            return redirect("review_item", pk, place)
        if asked == "confirm":
            mine = questions_answerable_by(user).filter(client=found.client)
            confirm_item(questions=list(mine.select_related("client", "decision")), run=run, **given)
            if found.client.questions.exists():
                toast(request, _("What is left of the questions waits for the head: see “To decide”."))
        elif asked == "later":
            put_off_item(run=run, **given)
        elif asked in Subject.values:
            refused = _change(request, found, Subject(asked), run, given)
            if refused is not None:
                return refused
        else:
            raise Http404
    except UnableToReview as refusal:
        toast(request, str(OVER[refusal.code]))
    else:
        toast(request, _("%(name)s: answered.") % {"name": found.client.name}, undo_run=run)
    following = next_item(found.review, found.place)
    return redirect("review_item", pk, following.place) if following else redirect(found.review)


def _change(
    request: Request, found: ReviewItem, subject: Subject, run: str, given: dict[str, Any]
) -> HttpResponse | None:
    """None when it is decided; else the page again, with what is wrong."""
    values = _choices(request.user, found.client, subject)
    if request.POST.get("decided", "") in set(VALUES[subject]) - set(values):
        raise PermissionDenied
    form = Decide(request.POST, subject=subject, values=values, today=today())
    if form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("decided", "reason", "until_on")}
        try:
            change_item(subject=subject, run=run, **fields, **given)
        except UnableToDecide as refused:
            form.add_error("until_on" if refused.code == "past_day" else "reason", REFUSALS[refused.code])
        else:
            return None
    context = _context(request.user, found) | {"wrong": (subject, form)}
    return render(request, "office/reviews/item.html", context)


def _context(user: User, found: ReviewItem) -> dict[str, Any]:
    client, review = found.client, found.review
    judged, said = assessment_of(client), words()
    what = since(client, review.since_on, today())
    items = review.items.filter(client__deleted_at=None).order_by("place")
    until = until_next(review=review, at=now())
    return {
        "review": review,
        "item": found,
        "client": client,
        "assessment": judged,
        "held": held(judged, last_words(client), today()) if judged else [],
        "since": what,
        "moved": _moved(what, judged) if judged else [],
        "money": may(user, Action.VIEW_MONEY),
        "currency": said.currency,
        "raised": [said.gettext(SIGNALS[one.code].name) for one in what.raised],
        "gone": [said.gettext(SIGNALS[one.code].name) for one in what.over],
        "questions": list(client.questions.all()),
        "changes": [
            (
                subject,
                Decide(
                    subject=subject,
                    values=_choices(user, client, subject),
                    today=today(),
                    initial={"until_on": until, "decided": getattr(judged, f"{subject}_in_force", "")},
                    auto_id=f"{subject}_%s",
                ),
            )
            for subject in Subject
        ]
        if judged
        else [],
        "note": Note(initial={"note": found.note}),
        "previous": items.filter(place__lt=found.place).last(),
        "following": items.filter(place__gt=found.place).first(),
    }


def _moved(what: Since, judged: Any) -> list[tuple[str, Any, Any]]:
    """(subject, then, now) by the program; then is empty where nothing was known."""
    return [
        (
            str(subject.label),
            value_badge(subject, getattr(what.before, subject)) if what.before else "",
            value_badge(subject, getattr(judged, subject)),
        )
        for subject in Subject
    ]


def _choices(user: User, client: Client, subject: Subject) -> list[str]:
    word = last_words(client).get(subject)
    return may_choose(user, client, subject, word.decided if word else "")


def _item_for(user: User, pk: int, place: int) -> ReviewItem:
    """The item at `place`; its client must still be among those whom `user` may see."""
    review = review_for(user, pk)
    items = ReviewItem.objects.filter(review=review, client__deleted_at=None)
    found = items.select_related("client").filter(place=place).first()
    if found is None:
        raise Http404
    client_for(user, found.client_id)
    found.review = review
    return found
