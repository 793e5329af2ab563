"""Winning back: why somebody went, what may be spent, attempts and what came of them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction

from vernost.care.enums import HOLDING, Advice, Reason, Result
from vernost.care.models import Attempt, WinBack
from vernost.care.queries.win_back import advice_for, attempts_of
from vernost.core.actions.record import change_record, create_record
from vernost.core.enums import Face
from vernost.core.gates import may_override
from vernost.core.models import User


class UnableToTry(Exception):
    """The rule says no: `advice` says which. Who may make exceptions goes on with a reason."""

    def __init__(self, advice: Advice) -> None:
        super().__init__(advice)
        self.advice = advice


class WinBackFields(TypedDict, total=False):
    reason: Reason
    note: str
    changed_on: date | None
    mended_on: date | None
    what_changed: str
    budget: Decimal
    next_on: date | None


def change_win_back(
    *,
    win_back: WinBack,
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[WinBackFields],
) -> WinBack:
    """Writes the given fields; what the rule says follows. ChangedMeanwhile when another value stands there than in
    `standing`.
    """
    with transaction.atomic():
        values = dict(fields)
        change_record(record=win_back, values=values, by=by, at=at, face=face, run=run, standing=standing)
        note_advice(win_back=win_back)
    return win_back


def try_win_back(
    *,
    win_back: WinBack,
    tried_on: date,
    what: str,
    result: Result,
    cost: Decimal,
    next_on: date | None = None,
    why: str = "",
    by: User,
    at: datetime,
    face: Face,
    run: str = "",
    is_sample: bool = False,
) -> Attempt:
    """Writes an attempt down. Raises UnableToTry where the rule says no and nobody answers for an exception."""
    advice = advice_for(win_back, attempts_of(win_back))
    excused = bool(why.strip()) and may_override(by, win_back.client)
    if advice in HOLDING and not excused:
        raise UnableToTry(advice)
    attempt = Attempt(
        client=win_back.client, win_back=win_back, tried_on=tried_on, person=by, what=what, result=result, cost=cost,
        currency=win_back.currency, why=why.strip()[:500] if advice in HOLDING else "", is_sample=is_sample,
    )  # fmt: skip
    with transaction.atomic():
        create_record(record=attempt, by=by, at=at, face=face, run=run)
        change_record(record=win_back, values={"next_on": next_on}, by=by, at=at, face=face, run=run)
        note_advice(win_back=win_back)
    return attempt


def note_advice(*, win_back: WinBack) -> None:
    """Brings the kept `advice` in line with the line and its attempts."""
    win_back.advice = advice_for(win_back, attempts_of(win_back))
    win_back.save(update_fields=["advice"])
