"""Which signals the engine raises on past days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vernost.assessment.backtest.fates import Bools
from vernost.assessment.backtest.ledger import Ints
from vernost.assessment.backtest.stacking import stacked
from vernost.assessment.judging import judge
from vernost.engine.settings import Settings

# So many clients at once, counted on all days together: memory stays bounded, and a small company needs one go.
_AT_ONCE = 250_000


@dataclass(frozen=True)
class Alarms:
    """Of one signal, clients × days: raised, and (0 elsewhere) how many days before the day it was raised first."""

    raised: Bools
    age: Ints


def alarms_of(
    tables: Mapping[str, pa.Table],
    settings: Settings,
    days: Sequence[date],
    clients: Ints,
    on_step: Callable[[int, int, str], None],
) -> dict[str, Alarms]:
    """By code, of the clients whose rising numbers are `clients`. The share of income is counted day by day.

    on_step(batches done, batches, step) is called along the way.
    """
    size = max(1, _AT_ONCE // max(1, len(clients)))
    batches = [days[start : start + size] for start in range(0, len(days), size)]
    found: dict[str, Alarms] = {}
    for number, batch in enumerate(batches):
        as_of = batch[-1]
        judged = judge(
            stacked(tables, batch, as_of),
            settings,
            as_of,
            partial(on_step, number, len(batches)),
            whole=True,
        )
        if judged.signals is None:
            continue
        signals = judged.signals.filter(pc.not_equal(judged.signals.column("code"), "dependence"))
        number_of = _numbers(signals.column("client_id"))
        ages = (as_of - _EPOCH).days - _numbers(signals.column("first_on").cast(pa.int32()))
        codes = np.asarray(signals.column("code").to_pylist(), dtype=object)
        shift = number * size
        for code in sorted(set(codes)):
            some = codes == code
            _mark(found, str(code), number_of[some], ages[some], clients, len(batch), len(days), shift)
        _dependent(found, judged.clients, settings, clients, len(batch), len(days), shift)
    return found


_EPOCH = date(1970, 1, 1)


def _mark(
    found: dict[str, Alarms],
    code: str,
    numbers: Ints,
    ages: Ints,
    clients: Ints,
    batch: int,
    days: int,
    shift: int,
) -> None:
    shape = (len(clients), days)
    one = found.setdefault(code, Alarms(np.zeros(shape, np.bool_), np.zeros(shape, np.int64)))
    client, day = numbers // batch, numbers % batch + shift
    row = np.minimum(np.searchsorted(clients, client), len(clients) - 1)
    there = clients[row] == client
    one.raised[row[there], day[there]] = True
    one.age[row[there], day[there]] = ages[there]


def _dependent(
    found: dict[str, Alarms],
    judged: pa.Table,
    settings: Settings,
    clients: Ints,
    batch: int,
    days: int,
    shift: int,
) -> None:
    """Who gave so much of the income of his own day; among the stacked clients of all days nobody would."""
    numbers = _numbers(judged.column("client_id"))
    income = pc.fill_null(judged.column("revenue_window").cast(pa.float64()), 0.0).to_numpy()
    whole = np.bincount(numbers % batch, weights=income, minlength=batch)
    part = income / np.maximum(whole, 1e-9)[numbers % batch]
    some = (part >= settings.dependence_share) & (income > 0)
    _mark(found, "dependence", numbers[some], np.zeros(some.sum(), np.int64), clients, batch, days, shift)


def _numbers(column: pa.ChunkedArray) -> Ints:
    return np.asarray(column.to_numpy()).astype(np.int64)
