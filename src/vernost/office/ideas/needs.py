"""What ideas add to Today: who must answer, who must do what was accepted, who was answered."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.needs import Act, Need, Question, needs_source
from vernost.core.queries.prepared import Fixed, Prepared
from vernost.office.ideas.words import author_of, waits_since
from vernost.office.shell.access import may
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import (
    answerable_by,
    answered_and_unread,
    to_finish,
    unanswered,
    visible_to,
)
from vernost.ui import formats

# An accepted idea shows itself so long before its day.
_AHEAD = timedelta(days=7)


_WAITING = Prepared(lambda user, most: unanswered(answerable_by(user)).select_related("author")[:most])
_ACCEPTED = Prepared(
    lambda user, owner, until, most: (
        to_finish(owner, visible_to(user)).filter(due_on__lte=until).select_related("responsible")[:most]
    )
)
_UNREAD = Prepared(lambda user, most: answered_and_unread(user)[:most])


@needs_source("idea", lambda: _("idea"))
def ideas(question: Question) -> Iterator[Need]:
    yield from _to_answer(question)
    yield from _to_do(question)
    yield from _answered(question)


def _need(idea: Idea, **said: object) -> Need:
    values = {"client_id": None, "client_name": _("Ideas"), "url": idea.get_absolute_url()} | said
    return Need(**values)  # type: ignore[arg-type] # the fields of Need by name


def _to_answer(question: Question) -> Iterator[Need]:
    if not may(question.user, Action.ANSWER_IDEA):
        return
    for one in _WAITING.records(question.user, Fixed(question.most)):
        late = one.answer_due_on < question.on
        yield _need(
            one,
            title=_("An idea waits for an answer"),
            why=_("“%(idea)s” · %(author)s. %(since)s")
            % {"idea": one.title, "author": author_of(one), "since": waits_since(one, question.on)},
            next_step=_("Answer"),
            severity=2 if late else 1,
            due_on=one.answer_due_on,
        )


def _to_do(question: Question) -> Iterator[Need]:
    soon = question.until + _AHEAD
    for one in _ACCEPTED.records(question.user, question.owner, soon, Fixed(question.most)):
        yield _need(
            one,
            title=_("An accepted idea is to be done"),
            why=_("“%(idea)s” by %(day)s, %(person)s.")
            % {
                "idea": one.title,
                "day": formats.day(one.due_on),
                "person": one.responsible and one.responsible.name,
            },
            next_step=_("Say what came of it"),
            severity=2 if one.due_on is not None and one.due_on < question.on else 1,
            due_on=one.due_on,
        )


def _answered(question: Question) -> Iterator[Need]:
    for one in _UNREAD.records(question.user, Fixed(question.most)):
        yield _need(
            one,
            title=_("Your idea was answered"),
            why=_("“%(idea)s”: %(state)s.") % {"idea": one.title, "state": one.get_state_display()},
            next_step=_("Read the answer"),
            acts=(Act(_("I have read it"), reverse("read_idea_answer", args=[one.pk])),),
        )
