"""What endings add to Today: last chances without an answer, terms that changed nothing, endings left half-way."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.care.enums import EndingState
from vernost.care.models import Ending
from vernost.care.queries.ending import HALFWAY, TRIAL, left_halfway, missing_of, not_mended, visible_to
from vernost.core.models import User
from vernost.core.needs import Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.ui import formats


def _mine(user: User, owner: User | None) -> QuerySet[Ending]:
    found = visible_to(user).select_related("client")
    return found if owner is None else found.filter(client__owner=owner)


@Prepared
def _over(user: User, owner: User | None, until: date, most: int) -> QuerySet[Ending]:
    found = _mine(user, owner).filter(state=EndingState.LAST_CHANCE, answered_on=None, until_on__lt=until)
    return found.order_by("until_on", "pk")[:most]


@Prepared
def _unchanged(user: User, owner: User | None, until: date, most: int) -> QuerySet[Ending]:
    return not_mended(_mine(user, owner), until)[:most]


@Prepared
def _halfway(user: User, owner: User | None, until: date, most: int) -> QuerySet[Ending]:
    return left_halfway(_mine(user, owner), until)[:most]


@needs_source("last_chance", lambda: _("last chance"))
def last_chances(question: Question) -> Iterator[Need]:
    """The longest over first."""
    for one in _over.records(question.user, question.owner, question.until, Fixed(question.most)):
        yield _need(
            one,
            title=_("The last chance is over"),
            why=_("An answer was awaited by %(day)s.") % {"day": formats.day(one.until_on)},
            next_step=_("Write down the answer, or decide"),
            due_on=one.until_on,
        )


@needs_source("terms", lambda: _("agreed terms"))
def terms(question: Question) -> Iterator[Need]:
    """The client said yes to new terms, a quarter has passed, and he is still one to part with or to discipline."""
    for one in _unchanged.records(question.user, question.owner, question.until, Fixed(question.most)):
        yield _need(
            one,
            title=_("The agreed terms have changed nothing"),
            why=_("The client accepted them on %(day)s.") % {"day": formats.day(one.answered_on)},
            next_step=_("Talk about them, or consider the ending again"),
            due_on=one.answered_on and one.answered_on + TRIAL,
        )


@needs_source("ending", lambda: _("ending"))
def endings(question: Question) -> Iterator[Need]:
    """Decided a month ago and not finished."""
    for one in _halfway.records(question.user, question.owner, question.until, Fixed(question.most)):
        missing = "; ".join(str(item.label) for item in missing_of(one))
        yield _need(
            one,
            title=_("The ending is not finished"),
            why=_("It was decided on %(day)s. Still to do: %(what)s.")
            % {"day": formats.day(one.decided_on), "what": missing}
            if missing
            else _("It was decided on %(day)s, and everything is done.")
            % {"day": formats.day(one.decided_on)},
            next_step=_("Go on with it"),
            due_on=one.decided_on and one.decided_on + HALFWAY,
        )


def _need(one: Ending, *, title: str, why: str, next_step: str, due_on: date | None) -> Need:
    return Need(
        client_id=one.client_id,
        client_name=one.client.name,
        title=title,
        why=why,
        next_step=next_step,
        url=reverse("client_ending", args=[one.client_id]),
        severity=2,
        due_on=due_on,
    )
