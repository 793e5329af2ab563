"""Ending a relationship: grounds, last chance, a person's decision, a polite end; never automatic."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vernost.care.enums import Checklist, EndingState, Ground, Reason, Side
from vernost.care.models import Ending
from vernost.care.queries.ending import case_of, missing_of, open_ending_of
from vernost.clients.actions.client import change_client
from vernost.clients.models import Client
from vernost.core.access import Action, may_on_owned
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.wrong import WrongValues, refuse_wrong


class Guarded(Exception):
    """The client is protected (B4): `guards` say by what. Only who may set that aside goes on, with a reason."""

    def __init__(self, guards: Sequence[str]) -> None:
        super().__init__(", ".join(guards))
        self.guards = tuple(guards)


class UnableToDecide(Exception):
    """`code`: no_right, no_reason, chance_open (the client may still answer), wrong_state, open (there is one)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnableToFinish(Exception):
    """`missing` of the checklist is to be done first."""

    def __init__(self, missing: Sequence[Checklist]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


def consider_ending(
    *,
    client: Client,
    grounds: Sequence[Ground],
    note: str,
    on: date,
    guard_why: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> Ending:
    """Opens the question, with what the company would lose. Raises Guarded, and UnableToDecide while one is open."""
    if open_ending_of(client) is not None:
        raise UnableToDecide("open")
    case = case_of(client)
    aside = bool(guard_why.strip()) and _may(by, Action.OVERRIDE_GUARD, client)
    if case.guards and not aside:
        raise Guarded(case.guards)
    ending = Ending(
        client=client, side=Side.US, state=EndingState.CONSIDERED, reason=Reason.OURS, opened_on=on,
        grounds=[str(one) for one in grounds], note=note, loses=case.loses, guards=",".join(case.guards),
        guard_why=guard_why.strip()[:500] if case.guards else "", guard_by=by if case.guards else None,
        is_sample=is_sample,
    )  # fmt: skip
    return create_record(record=ending, by=by, at=at, face=face, run=run)


def offer_last_chance(
    *,
    ending: Ending,
    offered_on: date,
    until_on: date,
    new_price: str,
    new_terms: str,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Ending:
    """New price, new terms, and until when the client may answer. WrongValues when nothing is offered, or no time is
    left.
    """
    found: dict[str, str] = {}
    if until_on < offered_on:
        found["until_on"] = _("The client needs time to answer.")
    if not new_price.strip() and not new_terms.strip():
        found["new_price"] = _("Say what is offered: a price, terms, or both.")
    refuse_wrong(found)
    _demand_state(ending, EndingState.CONSIDERED, EndingState.LAST_CHANCE)
    values = {
        "state": EndingState.LAST_CHANCE, "offered_on": offered_on, "until_on": until_on, "new_price": new_price,
        "new_terms": new_terms, "accepted": None, "answered_on": None,
    }  # fmt: skip
    return change_record(record=ending, values=values, by=by, at=at, face=face, run=run)


def answer_last_chance(
    *, ending: Ending, accepted: bool, on: date, by: User, at: datetime, face: Face, run: str = ""
) -> Ending:
    """The client's answer; with a yes he stays."""
    _demand_state(ending, EndingState.LAST_CHANCE)
    state = EndingState.KEPT if accepted else EndingState.LAST_CHANCE
    values = {"accepted": accepted, "answered_on": on, "state": state}
    return change_record(record=ending, values=values, by=by, at=at, face=face, run=run)


def decide_ending(
    *, ending: Ending, end: bool, why: str, on: date, by: User, at: datetime, face: Face, run: str = ""
) -> Ending:
    """A person decides, and says why. Raises UnableToDecide."""
    if not _may(by, Action.DECIDE_ENDING, ending.client):
        raise UnableToDecide("no_right")
    if not why.strip():
        raise UnableToDecide("no_reason")
    _demand_state(ending, EndingState.CONSIDERED, EndingState.LAST_CHANCE)
    waiting = ending.state == EndingState.LAST_CHANCE and ending.accepted is None
    if end and waiting and ending.until_on is not None and on <= ending.until_on:
        raise UnableToDecide("chance_open")
    values = {
        "state": EndingState.DECIDED if end else EndingState.KEPT, "decided_on": on, "decided_by": by,
        "decision_why": why.strip()[:500],
    }  # fmt: skip
    return change_record(record=ending, values=values, by=by, at=at, face=face, run=run)


def check_off(
    *, ending: Ending, item: Checklist, on: date | None, by: User, at: datetime, face: Face, run: str = ""
) -> Ending:
    """An item of the checklist is done; without a day it is to be done again."""
    _demand_state(ending, EndingState.DECIDED)
    done: Mapping[str, str] = {key: day for key, day in ending.done.items() if key != item.value}
    values = {"done": {**done, item.value: on.isoformat()} if on else done}
    return change_record(record=ending, values=values, by=by, at=at, face=face, run=run)


def finish_ending(
    *,
    ending: Ending,
    ended_on: date,
    partner: str,
    contacts_a_year: int,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
) -> Ending:
    """The end, once everything of the checklist is done; the client carries the day and the reason."""
    _demand_state(ending, EndingState.DECIDED)
    if missing := missing_of(ending):
        raise UnableToFinish(missing)
    values = {
        "state": EndingState.ENDED, "ended_on": ended_on, "partner": partner, "contacts_a_year": contacts_a_year,
    }  # fmt: skip
    with transaction.atomic():
        change_record(record=ending, values=values, by=by, at=at, face=face, run=run)
        _end_client(ending.client, ended_on, ending.decision_why, by, at, face, run)
    return ending


def note_client_left(
    *,
    client: Client,
    reason: Reason,
    note: str,
    ended_on: date,
    contacts_a_year: int = 1,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> Ending:
    """The client has ended it himself, and why. WrongValues for a reason that is ours."""
    if reason == Reason.OURS:
        raise WrongValues({"reason": _("What we end ourselves has a way of its own.")})
    ending = Ending(
        client=client, side=Side.CLIENT, state=EndingState.ENDED, reason=reason, opened_on=ended_on, note=note,
        loses=case_of(client).loses, ended_on=ended_on, contacts_a_year=contacts_a_year, is_sample=is_sample,
    )  # fmt: skip
    with transaction.atomic():
        create_record(record=ending, by=by, at=at, face=face, run=run)
        _end_client(client, ended_on, note or str(Reason(reason).label), by, at, face, run)
    return ending


def _end_client(client: Client, on: date, why: str, by: User, at: datetime, face: Face, run: str) -> None:
    change_client(client=client, ended_on=on, ended_reason=why[:500], by=by, at=at, face=face, run=run)


def _demand_state(ending: Ending, *states: EndingState) -> None:
    if ending.state not in states:
        raise UnableToDecide("wrong_state")


def _may(user: User, action: Action, client: Client) -> bool:
    owner: Any = client.owner
    return may_on_owned(
        user, action, owner_id=client.owner_id, owner_team_id=owner.team_id if owner else None
    )
