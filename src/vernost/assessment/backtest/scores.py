"""Alarms against fates: how many came true, how early, how many in vain, what was missed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from vernost.assessment.backtest.alarms import Alarms
from vernost.assessment.backtest.fates import Bools, Fates
from vernost.assessment.backtest.ledger import Floats, Ints, day_number
from vernost.assessment.enums import Fate
from vernost.engine.codes import SIGNAL_BY_CODE

MOST_NAMED = 300
_QUARTER = 91


@dataclass
class Score:
    """An alarm that stands on several days in a row is one, judged by what came after the first of them; so is a fall.

    `named`: for came, vain and missed the clients with most income: [client, day, fate, days ahead, income].
    """

    flagged: int = 0
    came: int = 0
    vain: int = 0
    missed: int = 0
    lead_days: float | None = None
    named: dict[str, list[list[Any]]] = field(default_factory=dict)


def score(code: str, alarms: Alarms | None, fates: Fates, clients: Ints, days: Sequence[date]) -> Score:
    """Of a chance it is asked whether the client grew, of every other signal whether he left or fell."""
    chance = SIGNAL_BY_CODE[code].area == "chance"
    event, event_day = (fates.grew, fates.grew_day) if chance else (fates.fell, fates.fell_day)
    raised = alarms.raised if alarms else np.zeros_like(event)
    age = alarms.age if alarms else np.zeros(event.shape, np.int64)
    first = _starts(raised) & fates.judged
    came, vain = first & event, first & ~event
    missed = _unwarned(event, raised)
    numbers = np.array([day_number(day) for day in days])
    # Raised earlier than a quarter ago it would have been seen on the day before.
    seen = numbers[None, :] - np.clip(age, 0, _QUARTER)
    ahead = event_day - seen
    leads = ahead[came]
    fate = np.where(fates.left, Fate.LEFT, np.where(fates.fell, Fate.FELL, Fate.GREW)).astype(object)
    return Score(
        flagged=int(first.sum()),
        came=int(came.sum()),
        vain=int(vain.sum()),
        missed=int(missed.sum()),
        lead_days=float(np.median(leads)) if leads.size else None,
        named={
            "came": _named(came, fate, ahead, fates.before, clients, days),
            "vain": _named(vain, None, None, fates.before, clients, days),
            "missed": _named(missed, fate, None, fates.before, clients, days),
        },
    )


def _starts(runs: Bools) -> Bools:
    """The first day of each run of days."""
    before = np.zeros_like(runs)
    before[:, 1:] = runs[:, :-1]
    return np.asarray(runs & ~before)


def _unwarned(event: Bools, raised: Bools) -> Bools:
    """First days of events during which the alarm was never up."""
    starts = _starts(event)
    number = np.cumsum(starts.ravel()).reshape(event.shape)
    warned = np.unique(number[event & raised])
    return np.asarray(starts & ~np.isin(number, warned))


def _named(
    some: Bools, fate: Any, ahead: Ints | None, before: Floats, clients: Ints, days: Sequence[date]
) -> list[list[Any]]:
    rows, columns = np.nonzero(some)
    order = np.argsort(-before[rows, columns], kind="stable")[:MOST_NAMED]
    return [
        [
            int(clients[row]),
            days[column].isoformat(),
            str(Fate.VAIN if fate is None else fate[row, column]),
            None if ahead is None else int(ahead[row, column]),
            round(float(before[row, column]), 2),
        ]
        for row, column in zip(rows[order], columns[order], strict=True)
    ]
