from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.ideas.schemas import (
    IdeaChange,
    IdeasAsked,
    IdeaShown,
    IdeaVoted,
    NewIdea,
    NewRemark,
    RemarksAsked,
    RemarkShown,
)
from vernost.api.shell.access import chosen, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.clients.queries.client import visible_to as clients_visible_to
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.idea import change_idea, remark_on_idea, remove_idea, set_vote, suggest_idea
from vernost.programmes.enums import UNANSWERED
from vernost.programmes.models import Idea, Remark, WorkingGroup
from vernost.programmes.queries.idea import answerable_by, visible_to, with_votes
from vernost.voice.enums import ActKind
from vernost.voice.models import Act

operations = Operations("care")
_NO_CLIENT = _("There is no such client, or you do not see it.")
_NO_GROUP = _("There is no such working group.")
_NO_ACT = _("There is no such suggestion of a client whom you see.")


@operations.reads("/ideas", right=Action.VIEW_CLIENT, answer=Page[IdeaShown])
def list_ideas(request: Request, asked: Query[IdeasAsked]) -> Page[IdeaShown]:
    """Ideas are for everybody to read; those about a client for who sees it."""
    rows = narrowed(
        visible_to(request.auth),
        state__in=asked.state,
        area=asked.area,
        client=asked.client_id,
        author=asked.author_id,
        responsible=asked.responsible_id,
        group=asked.group_id,
    )
    return page_of(with_votes(rows, request.auth), asked, IdeaShown)


@operations.creates("/ideas", right=Action.SUGGEST, answer=IdeaShown)
def suggest_an_idea(request: Request, given: NewIdea) -> Idea:
    """A new idea; one line is enough."""
    values = _with_records(request.auth, given.model_dump(exclude={"nameless"}))
    suggestions = Act.objects.filter(
        kind=ActKind.SUGGESTION, deleted_at=None, client__in=clients_visible_to(request.auth)
    )
    chosen(suggestions, values, "act_id", _NO_ACT)
    made = suggest_idea(named=not given.nameless, by=request.auth, at=now(), face=Face.API, **values)
    return with_votes(Idea.objects.all(), request.auth).get(pk=made.pk)


@operations.reads("/ideas/{idea_id}", right=Action.VIEW_CLIENT, answer=IdeaShown)
def show_idea(request: Request, idea_id: Number) -> Idea:
    """One idea; its discussion is `/remarks`."""
    return idea_for(request.auth, idea_id)


@operations.changes("/ideas/{idea_id}", right=Action.SUGGEST, answer=IdeaShown)
def change_an_idea(request: Request, idea_id: Number, given: IdeaChange) -> Idea:
    """By the author while nobody has answered, and by who answers."""
    idea = _own(request.auth, idea_id)
    standing = standing_of(idea, given.saw)
    values = _with_records(request.auth, given.values)
    return change_idea(idea=idea, by=request.auth, at=now(), face=Face.API, standing=standing, **values)


@operations.removes("/ideas/{idea_id}", right=Action.SUGGEST)
def remove_an_idea(request: Request, idea_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    remove_idea(idea=_own(request.auth, idea_id), by=request.auth, at=now(), face=Face.API)


@operations.acts("/ideas/{idea_id}/vote", right=Action.SUGGEST, answer=IdeaShown)
def vote_for_an_idea(request: Request, idea_id: Number, given: IdeaVoted) -> Idea:
    """For it, or no longer."""
    idea = idea_for(request.auth, idea_id)
    if idea.mine != given.vote:  # type: ignore[attr-defined]  # with_votes
        set_vote(idea=idea, vote=given.vote, by=request.auth, at=now(), face=Face.API)
    return idea_for(request.auth, idea_id)


@operations.reads("/remarks", right=Action.VIEW_CLIENT, answer=Page[RemarkShown])
def list_remarks(request: Request, asked: Query[RemarksAsked]) -> Page[RemarkShown]:
    """What is said about ideas."""
    live: QuerySet[Remark] = Remark.objects.filter(deleted_at=None, idea__in=visible_to(request.auth))
    return page_of(narrowed(live, idea=asked.idea_id), asked, RemarkShown)


@operations.creates("/ideas/{idea_id}/remarks", right=Action.SUGGEST, answer=RemarkShown)
def remark_on_an_idea(request: Request, idea_id: Number, given: NewRemark) -> Remark:
    """What the token's owner says about it."""
    idea = idea_for(request.auth, idea_id)
    return remark_on_idea(idea=idea, text=given.text, by=request.auth, at=now(), face=Face.API)


def idea_for(person: User, pk: int) -> Idea:
    return found(with_votes(visible_to(person), person), pk)


def _own(person: User, pk: int) -> Idea:
    idea = idea_for(person, pk)
    is_author = idea.author_id == person.pk and idea.state in UNANSWERED
    if not is_author and not answerable_by(person).filter(pk=pk).exists():
        raise Refusal(Code.NOT_ALLOWED)
    return idea


def _with_records(person: User, values: dict[str, Any]) -> dict[str, Any]:
    chosen(clients_visible_to(person), values, "client_id", _NO_CLIENT)
    chosen(WorkingGroup.objects.filter(deleted_at=None), values, "group_id", _NO_GROUP)
    return values
