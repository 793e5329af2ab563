"""The discipline track: steps, and the way off it."""

from django.utils.translation import gettext as _
from ninja import Query

from vernost.api.discipline.promises import promise_shown
from vernost.api.discipline.schemas import (
    DebtShown,
    NewTrackStep,
    Return,
    TrackShown,
    TrackStepsAsked,
    TrackStepShown,
    WayBack,
)
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.sight import sees_money
from vernost.api.shell.values import Number
from vernost.care.actions.discipline import NotOnTrack, UnableToReturn, return_to_manage, take_step
from vernost.care.models import TrackStep
from vernost.care.queries.discipline import track_of
from vernost.clients.models import Client
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/track-steps", right=Action.VIEW_CLIENT, answer=Page[TrackStepShown])
def list_track_steps(request: Request, asked: Query[TrackStepsAsked]) -> Page[TrackStepShown]:
    """Who is on the discipline track, and on which step."""
    rows = narrowed(
        of_clients(TrackStep, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        step=asked.step,
        over_on__isnull=None if asked.over else True,
    )
    return page_of(rows, asked, TrackStepShown)


@operations.creates("/track-steps", right=Action.CHANGE_CLIENT, answer=TrackStepShown)
def take_track_step(request: Request, given: NewTrackStep) -> TrackStep:
    """Puts a client on the discipline track or moves him along it; the step before is over."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    return take_step(
        client=client,
        step=given.step,
        taken_on=given.taken_on,
        note=given.note,
        by=request.auth,
        at=now(),
        face=Face.API,
    )


@operations.reads("/clients/{client_id}/discipline", right=Action.VIEW_CLIENT, answer=TrackShown)
def show_discipline_of_client(request: Request, client_id: Number) -> TrackShown:
    """Where a client stands on the track, what leads him off it, his debts and promises."""
    return _shown(request.auth, client_for(request.auth, client_id))


@operations.acts("/clients/{client_id}/discipline/return", right=Action.CHANGE_CLIENT, answer=TrackShown)
def return_client_to_manage(request: Request, client_id: Number, given: Return) -> TrackShown:
    """Off the track: 409 while something is not met, unless who may decide on exceptions says why."""
    client = client_for(request.auth, client_id, Action.CHANGE_CLIENT)
    try:
        return_to_manage(client=client, on=today(), why=given.why, by=request.auth, at=now(), face=Face.API)
    except NotOnTrack as error:
        text = _("The client is not on the discipline track.")
        raise Refusal(Code.IMPOSSIBLE, errors=[Wrong(where="path.client_id", what=text)]) from error
    except UnableToReturn as refused:
        missing = [Wrong(where="body.why", what=str(one.label)) for one in refused.missing]
        raise Refusal(Code.REFUSED_BY_POLICY, errors=missing) from refused
    return _shown(request.auth, client)


def _shown(person: User, client: Client) -> TrackShown:
    track, money = track_of(client, today()), sees_money(person)
    return TrackShown(
        client_id=client.pk,
        now=TrackStepShown.model_validate(track.now) if track.now else None,
        next_step=track.next_step,
        may_return=track.may_return,
        way_back=[WayBack(criterion=one.criterion, met=one.met, count=one.count) for one in track.way_back],
        debts=[
            DebtShown(
                invoice_id=one.invoice.pk,
                due_on=one.invoice.due_on,
                days=one.days,
                left=one.left if money else None,
                currency=one.invoice.currency,
            )
            for one in track.debts
        ],
        promises=[promise_shown(person, one) for one in track.promises],
    )
