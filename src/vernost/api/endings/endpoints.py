"""The way to the end of a relationship, or back from it; a person decides each step (B4, M1)."""

from collections.abc import Callable
from typing import Any

from ninja import Query

from vernost.api.endings.schemas import (
    ChanceAnswer,
    EndingDecision,
    EndingsAsked,
    EndingShown,
    Finishing,
    LastChance,
    Leaving,
    NewEnding,
    Ticked,
)
from vernost.api.shell.access import client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.sight import page_for, shown_to
from vernost.api.shell.values import Number
from vernost.care.actions.ending import (
    Guarded,
    UnableToDecide,
    UnableToFinish,
    answer_last_chance,
    check_off,
    consider_ending,
    decide_ending,
    finish_ending,
    note_client_left,
    offer_last_chance,
)
from vernost.care.ending_refusals import refusal_text
from vernost.care.models import Ending
from vernost.care.queries.ending import visible_to
from vernost.clients.queries.client import reachable_by
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/endings", right=Action.VIEW_CLIENT, answer=Page[EndingShown])
def list_endings(request: Request, asked: Query[EndingsAsked]) -> Page[EndingShown]:
    """Endings with the clients that the token's owner sees, open and over."""
    rows = narrowed(
        visible_to(request.auth),
        client=asked.client_id,
        side=asked.side,
        state__in=asked.state,
        reason=asked.reason,
    )
    return page_for(request.auth, rows, asked, EndingShown, "loses")


@operations.creates("/endings", right=Action.CHANGE_CLIENT, answer=EndingShown)
def consider_an_ending(request: Request, given: NewEnding) -> EndingShown:
    """Opens the question; 409 for a protected client, unless a director says why in spite of it."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = given.model_dump(exclude={"client_id"})
    ending = _tried(
        lambda: consider_ending(client=client, on=today(), by=request.auth, at=now(), face=Face.API, **values)
    )
    return _shown(request.auth, ending)


@operations.reads("/endings/{ending_id}", right=Action.VIEW_CLIENT, answer=EndingShown)
def show_ending(request: Request, ending_id: Number) -> EndingShown:
    """One ending."""
    return _shown(request.auth, found(visible_to(request.auth), ending_id))


@operations.acts("/clients/{client_id}/left", right=Action.CHANGE_CLIENT, answer=EndingShown)
def note_that_client_left(request: Request, client_id: Number, given: Leaving) -> EndingShown:
    """The client has ended it himself, and why."""
    client = client_for(request.auth, client_id, Action.CHANGE_CLIENT)
    ending = note_client_left(client=client, by=request.auth, at=now(), face=Face.API, **given.model_dump())
    return _shown(request.auth, ending)


@operations.acts("/endings/{ending_id}/last-chance", right=Action.CHANGE_CLIENT, answer=EndingShown)
def give_last_chance(request: Request, ending_id: Number, given: LastChance) -> EndingShown:
    """A new price, new terms, and until when the client may answer."""
    return _step(request, ending_id, offer_last_chance, **given.model_dump())


@operations.acts("/endings/{ending_id}/answer", right=Action.CHANGE_CLIENT, answer=EndingShown)
def note_answer_to_last_chance(request: Request, ending_id: Number, given: ChanceAnswer) -> EndingShown:
    """The client's answer; with a yes he stays."""
    return _step(request, ending_id, answer_last_chance, accepted=given.accepted, on=today())


@operations.acts("/endings/{ending_id}/decide", right=Action.DECIDE_ENDING, answer=EndingShown)
def decide_on_ending(request: Request, ending_id: Number, given: EndingDecision) -> EndingShown:
    """Ended, or the client stays; a person decides and says why."""
    right = Action.DECIDE_ENDING
    return _step(request, ending_id, decide_ending, right, **given.model_dump(), on=today())


@operations.acts("/endings/{ending_id}/check", right=Action.CHANGE_CLIENT, answer=EndingShown)
def tick_ending(request: Request, ending_id: Number, given: Ticked) -> EndingShown:
    """An item of the checklist is done, or is to be done again."""
    on = today() if given.done else None
    return _step(request, ending_id, check_off, item=given.item, on=on)


@operations.acts("/endings/{ending_id}/finish", right=Action.CHANGE_CLIENT, answer=EndingShown)
def finish_an_ending(request: Request, ending_id: Number, given: Finishing) -> EndingShown:
    """The last day, once everything of the checklist is done; the client carries it."""
    return _step(request, ending_id, finish_ending, **given.model_dump())


def _step(
    request: Request,
    pk: int,
    act: Callable[..., Ending],
    right: Action = Action.CHANGE_CLIENT,
    **values: Any,
) -> EndingShown:
    ending = found(visible_to(request.auth).select_related("client__owner"), pk)
    if not reachable_by(request.auth, right).filter(pk=ending.client_id).exists():
        raise Refusal(Code.NOT_ALLOWED)
    _tried(lambda: act(ending=ending, by=request.auth, at=now(), face=Face.API, **values))
    return _shown(request.auth, ending)


def _tried(act: Callable[[], Ending]) -> Ending:
    try:
        return act()
    except Guarded as protected:
        codes = [Wrong(where="body.guard_why", what=code) for code in protected.guards]
        raise Refusal(Code.REFUSED_BY_POLICY, errors=codes) from protected
    except (UnableToDecide, UnableToFinish) as refused:
        said = [Wrong(where="body", what=refusal_text(refused))]
        raise Refusal(Code.IMPOSSIBLE, errors=said) from refused


def _shown(person: User, ending: Ending) -> EndingShown:
    return shown_to(person, ending, EndingShown, "loses")
