"""What a person does with a touch: makes it, moves it, hands it over, skips it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from vernost.care.enums import TouchState
from vernost.care.models import Touch
from vernost.core.actions.record import change_record
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.programmes.actions.plan_action import (
    change_plan_action,
    drop_plan_action,
    finish_plan_action,
)
from vernost.voice.actions.interaction import log_interaction
from vernost.voice.enums import Direction
from vernost.voice.models import Interaction


class TouchIsClosed(Exception):
    """Somebody has made, skipped or missed it since the page was opened."""


def finish_touch(
    *, touch: Touch, by: User, at: datetime, face: Face, run: str = "", **said: Any
) -> Interaction | None:
    """Writes down the contact that was made, as the rule or the plan promised it, and closes the touch. `said` are
    fields of the contact (mood, minutes, note, outcome). None where the plan asked for our own work, which is no
    contact. TouchIsClosed when it is closed already.
    """
    with transaction.atomic():
        one = _open(touch)
        if one.action:
            day = localtime(at).date()
            finish_plan_action(action=one.action, on=day, by=by, at=at, face=face, run=run)
            one.refresh_from_db()
            if not one.action.is_contact:
                return None
        else:
            closed = {"state": TouchState.DONE, "closed_on": localtime(at).date()}
            change_record(record=one, values=closed, by=by, at=at, face=face, run=run)
        interaction = log_interaction(
            client=one.client,
            happened_at=at,
            by=by,
            at=at,
            face=face,
            run=run,
            **{
                "kind": one.kind,
                "channel": one.channel,
                "direction": Direction.OUT,
                "contact": one.contact,
                "person": by,
                **said,
            },
        )
        change_record(record=one, values={"interaction": interaction}, by=by, at=at, face=face, run=run)
    return interaction


def move_touch(*, touch: Touch, to: date, by: User, at: datetime, face: Face, run: str = "") -> Touch:
    """To another day; the promise's latest day stays, so that plan and fact tell the truth."""
    with transaction.atomic():
        one = _open(touch)
        if one.action:
            change_plan_action(action=one.action, due_on=to, by=by, at=at, face=face, run=run)
            return _again(one)
        values = {"due_on": to, "moved": True}
        return change_record(record=one, values=values, by=by, at=at, face=face, run=run)


def hand_over_touch(*, touch: Touch, to: User, by: User, at: datetime, face: Face, run: str = "") -> Touch:
    with transaction.atomic():
        one = _open(touch)
        if one.action:
            change_plan_action(action=one.action, person=to, by=by, at=at, face=face, run=run)
            return _again(one)
        values = {"person": to, "moved": True}
        return change_record(record=one, values=values, by=by, at=at, face=face, run=run)


def skip_touch(*, touch: Touch, reason: str, by: User, at: datetime, face: Face, run: str = "") -> Touch:
    """It will not be made this time; a rule goes on, a plan's action is dropped. `reason` must not be empty."""
    with transaction.atomic():
        one, day = _open(touch), localtime(at).date()
        if one.action:
            drop_plan_action(action=one.action, why=reason, on=day, by=by, at=at, face=face, run=run)
            return _again(one)
        values = {"state": TouchState.SKIPPED, "reason": reason, "closed_on": day}
        return change_record(record=one, values=values, by=by, at=at, face=face, run=run)


def release_touch(*, touch: Touch, by: User, at: datetime, face: Face, run: str = "") -> Touch:
    """Makes a touch that the cap held back after all: a person answers for it."""
    with transaction.atomic():
        one = _held(touch)
        values = {
            "state": TouchState.PLANNED,
            "hold": "",
            "moved": True,
            "person": one.person or one.client.owner or by,
        }
        return change_record(record=one, values=values, by=by, at=at, face=face, run=run)


def _again(touch: Touch) -> Touch:
    """As the change of the action left it."""
    touch.refresh_from_db()
    return touch


def _open(touch: Touch) -> Touch:
    return _locked(touch, TouchState.PLANNED)


def _held(touch: Touch) -> Touch:
    return _locked(touch, TouchState.HELD)


def _locked(touch: Touch, state: TouchState) -> Touch:
    kept = Touch.objects.select_for_update(of=("self",)).select_related(
        "client", "rule", "action", "contact", "person"
    )
    one = kept.filter(pk=touch.pk, state=state).first()
    if one is None:
        raise TouchIsClosed
    return one
