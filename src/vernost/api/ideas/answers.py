"""Answering an idea: discussed, accepted, declined, done, opened again; and the author's reading of it."""

from collections.abc import Callable
from typing import Any

from vernost.api.cases.endpoints import NOBODY
from vernost.api.ideas.endpoints import idea_for
from vernost.api.ideas.schemas import IdeaAccepted, IdeaDeclined, IdeaDone, IdeaShown
from vernost.api.shell.access import chosen
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.values import Number
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import people_at_work
from vernost.programmes.actions.idea import (
    UnableToAnswer,
    accept_idea,
    decline_idea,
    discuss_idea,
    finish_idea,
    read_answer,
    reopen_idea,
)
from vernost.programmes.models import Idea
from vernost.programmes.queries.idea import answerable_by

operations = Operations("care")


@operations.acts("/ideas/{idea_id}/discuss", right=Action.ANSWER_IDEA, answer=IdeaShown)
def discuss_an_idea(request: Request, idea_id: Number) -> Idea:
    """Opens the discussion."""
    return _answered(request.auth, _answerable(request.auth, idea_id), discuss_idea)


@operations.acts("/ideas/{idea_id}/accept", right=Action.ANSWER_IDEA, answer=IdeaShown)
def accept_an_idea(request: Request, idea_id: Number, given: IdeaAccepted) -> Idea:
    """Somebody does it by a day."""
    values = given.model_dump()
    chosen(people_at_work(), values, "responsible_id", NOBODY)
    return _answered(request.auth, _answerable(request.auth, idea_id), accept_idea, **values)


@operations.acts("/ideas/{idea_id}/decline", right=Action.ANSWER_IDEA, answer=IdeaShown)
def decline_an_idea(request: Request, idea_id: Number, given: IdeaDeclined) -> Idea:
    """The author is told why."""
    return _answered(request.auth, _answerable(request.auth, idea_id), decline_idea, **given.model_dump())


@operations.acts("/ideas/{idea_id}/finish", right=Action.VIEW_CLIENT, answer=IdeaShown)
def finish_an_idea(request: Request, idea_id: Number, given: IdeaDone) -> Idea:
    """Done, and what came of it: by who does it or who answers."""
    idea = idea_for(request.auth, idea_id)
    if idea.responsible_id != request.auth.pk:
        idea = _answerable(request.auth, idea_id)
    return _answered(request.auth, idea, finish_idea, **given.model_dump())


@operations.acts("/ideas/{idea_id}/reopen", right=Action.ANSWER_IDEA, answer=IdeaShown)
def reopen_an_idea(request: Request, idea_id: Number) -> Idea:
    """An answered idea is discussed again."""
    return _answered(request.auth, _answerable(request.auth, idea_id), reopen_idea)


@operations.acts("/ideas/{idea_id}/read", right=Action.SUGGEST, answer=IdeaShown)
def read_the_answer(request: Request, idea_id: Number) -> Idea:
    """The author has seen what became of his idea: it leaves his Today."""
    idea = idea_for(request.auth, idea_id)
    if idea.author_id != request.auth.pk:
        raise Refusal(Code.NOT_ALLOWED)
    return read_answer(idea=idea, by=request.auth, at=now(), face=Face.API)


def _answerable(person: User, pk: int) -> Idea:
    idea = idea_for(person, pk)
    if not answerable_by(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return idea


def _answered(person: User, idea: Idea, action: Callable[..., Idea], **given: Any) -> Idea:
    try:
        return action(idea=idea, by=person, at=now(), face=Face.API, **given)
    except UnableToAnswer as known:
        raise Refusal(Code.CLOSED) from known
