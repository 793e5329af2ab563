"""What reviews add to Today: walks that are due, and walks begun and not finished."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.assessment.queries.review import ReviewDue, reviews_due
from vernost.core.needs import Need, Question, needs_source
from vernost.ui import formats


@needs_source("review", lambda: _("review"))
def reviews(question: Question) -> Iterator[Need]:
    """One's own clients, or with all in view those of everybody whose reviews one may begin."""
    due = reviews_due(question.user, question.until)
    if question.owner is not None:
        due = [one for one in due if one.owner == question.owner]
    for one in due[: question.most]:
        yield Need(
            client_id=None,
            client_name=_("Clients of %(name)s") % {"name": one.owner.name},
            title=_("The review is not finished") if one.review else _("The review of the clients is due"),
            why=_why(one),
            next_step=_("Go on with the walk") if one.review else _("Begin the walk"),
            url=one.review.get_absolute_url() if one.review else reverse("reviews"),
            severity=1,
            due_on=one.due_on,
        )


def _why(one: ReviewDue) -> str:
    if one.last is None:
        return _("The clients have never been walked through.")
    if one.review:
        return _("It was begun on %(day)s.") % {"day": formats.day(one.last)}
    return _("The last one began on %(day)s.") % {"day": formats.day(one.last)}
