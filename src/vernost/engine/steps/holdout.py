"""Step 3b, holdout: would the outlook have told the last part of the history from the first? (assessment.md, 3)

The models are fitted again to what was known a third of the history ago and asked for the purchases until today.
With many clients a sample decides: those whose first purchase fell on every k-th day, so that every run and every
engine draws the same.
"""

from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.exchange import numbers
from vernost.engine.outlook import OutlookInputError
from vernost.engine.outlook.arrays import Floats
from vernost.engine.settings import Settings
from vernost.engine.steps import outlook

_LEAST_DAYS = 60
_MOST_CLIENTS = 100_000
_BINS = 10


@dataclass(frozen=True)
class Held:
    """Grouped statistics: what was known on the day `cut` (unique x, t_x, T with n) and the purchases until `today`."""

    groups: pa.Table
    cut: int
    today: int


def held(backend: Backend, days: ir.Table, history: ir.Table, settings: Settings, today: int) -> Held | None:
    """All that `holdout` needs of the clients; None with too short a history."""
    size = backend.fetch(history.aggregate(first=_.first_day.min(), clients=_.count())).to_pylist()[0]
    if size["first"] is None:
        return None
    first, every = size["first"], -(-size["clients"] // _MOST_CLIENTS)
    if every > 1:
        days = days.semi_join(history.filter(_.first_day % every == 0), "client_id")
    length = min((today - first) // 3, settings.horizon_days)
    if length < _LEAST_DAYS:
        return None
    cut = today - length
    bought = days.filter(_.bought > 0)
    seen = bought.group_by("client_id").aggregate(
        occasions=(_.day <= cut).sum().cast("int32"),
        first_day=_.day.min(),
        last_day=_.day.max(where=_.day <= cut),
        bought=_.bought.sum(where=_.day <= cut),
        later=(_.day > cut).sum(),
    )
    known = seen.filter(_.first_day <= cut)
    table = outlook.summary(known, cut).inner_join(known.select("client_id", "later"), "client_id")
    groups = backend.fetch(
        table.group_by("x", "t_x", "T").aggregate(n=_.count(), later=_.later.sum().cast("int64"))
    ).sort_by([("x", "ascending"), ("t_x", "ascending"), ("T", "ascending")])
    return Held(groups, cut, today)


def holdout(held: Held | None, settings: Settings) -> dict[str, Any] | None:
    """from_day and until_day, actual and expected purchases, their ratio, calibration_error (mean absolute difference
    between expected and actual purchases over ten bins of clients, ÷ mean purchases); None with too short a history.
    """
    if held is None:
        return None
    x, t_x, T, n, later = numbers(held.groups, "x", "t_x", "T", "n", "later")
    if n.sum() < settings.outlook_min_clients:
        return None
    try:
        model = outlook.MODELS[settings.outlook_model].fit(
            x, t_x, T, weights=n, penalty=settings.outlook_penalty
        )
    except OutlookInputError:
        return None
    expected = model.expected_orders(x, t_x, T, held.today - held.cut) * n
    return {
        "from_day": held.cut + 1,
        "until_day": held.today,
        "clients": int(n.sum()),
        "actual_orders": int(later.sum()),
        "expected_orders": float(expected.sum()),
        "ratio": float(expected.sum() / later.sum()) if later.sum() else None,
        "calibration_error": _calibration(expected, later, n),
    }


def _calibration(expected: Floats, actual: Floats, clients: Floats) -> float | None:
    total = float(actual.sum())
    if not total:
        return None
    order = np.argsort(expected / clients, kind="stable")
    place = np.cumsum(clients[order]) - clients[order] / 2
    bins = np.minimum((place / clients.sum() * _BINS).astype(int), _BINS - 1)
    gap = np.bincount(bins, expected[order], _BINS) - np.bincount(bins, actual[order], _BINS)
    return float(np.abs(gap).sum() / total)
