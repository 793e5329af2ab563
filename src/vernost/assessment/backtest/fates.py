"""What became of each client in the year after each past day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from vernost.assessment.backtest.ledger import Floats, Ints, Ledger, day_number

type Bools = npt.NDArray[np.bool_]

_YEAR, _WEEK = 365, 7
FALLS_BELOW, GROWS_ABOVE = 0.5, 1.5


@dataclass(frozen=True)
class Fates:
    """Arrays of clients × days. Judged is who brought something in the year before the day.

    fell: in the year after it brought less than half of that (`left`: gave no order at all); grew: more than one and a
    half times. `fell_day` and `grew_day`: the first week whose own last year shows it; -1 where it did not happen.
    """

    judged: Bools
    left: Bools
    fell: Bools
    grew: Bools
    fell_day: Ints
    grew_day: Ints
    before: Floats


def fates(ledger: Ledger, days: Sequence[date]) -> Fates:
    """Needs a year of orders after the last of `days`."""
    columns = [_fate(ledger, day_number(day)) for day in days]
    return Fates(*(np.stack(each, axis=1) for each in zip(*columns, strict=True)))


def _fate(ledger: Ledger, day: int) -> tuple[Bools, Bools, Bools, Bools, Ints, Ints, Floats]:
    before, after = ledger.brought(day - _YEAR, day), ledger.brought(day, day + _YEAR)
    judged = before > 0
    fell = judged & (after < before * FALLS_BELOW)
    grew = judged & (after > before * GROWS_ABOVE)
    left = fell & (ledger.bought(day, day + _YEAR) == 0)
    return (
        judged,
        left,
        fell,
        grew,
        _first_week(ledger, day, fell, before * FALLS_BELOW, below=True),
        _first_week(ledger, day, grew, before * GROWS_ABOVE, below=False),
        before,
    )


def _first_week(ledger: Ledger, day: int, some: Bools, limit: Floats, *, below: bool) -> Ints:
    found = np.full(len(some), -1, dtype=np.int64)
    waiting = np.flatnonzero(some)
    for later in (*range(day + _WEEK, day + _YEAR, _WEEK), day + _YEAR):
        year = ledger.brought(later - _YEAR, later, waiting)
        there = year < limit[waiting] if below else year > limit[waiting]
        found[waiting[there]] = later
        waiting = waiting[~there]
    return found
