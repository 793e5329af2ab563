"""What the assessment says at a cut, with nothing later to be seen."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bench.backtest.histories import HORIZON_DAYS, History, Known, known_at, until
from bench.judging import judged
from bench.scoring import Bools, Floats
from vernost.engine import Settings
from vernost.engine.outlook.chance import Chance, chance_of_an_order, evidence


@dataclass(frozen=True)
class Ours:
    """In the order of `Known.client`; `active` is the outlook's chance of an order within the horizon."""

    active: Floats
    #: what the learnt chance looks at
    seen: Floats
    expected_orders: Floats
    expected_revenue: Floats
    #: minus the overdue ratio: the higher, the more in rhythm
    rhythm: Floats
    regular: Bools


def ours_at(history: History, known: Known) -> Ours:
    """The assessment of the history up to the cut, for the horizon."""
    answer = judged({"orders": until(history, known.cut)}, known.cut, Settings(horizon_days=HORIZON_DAYS))
    place = pc.index_in(known.client, answer.clients["client_id"].combine_chunks().cast(pa.string()))
    rows, model = answer.clients.take(place), answer.model
    x, silent = _numbers(rows, "occasions", 1.0) - 1, _numbers(rows, "days_since_last", 0.0)
    age = _ages(rows, known)
    alive = model.p_alive(x, age - silent, age)
    active = chance_of_an_order(alive, model.params.r, model.params.alpha, x, age, HORIZON_DAYS)
    return Ours(
        active=active,
        seen=evidence(active, _numbers(rows, "mean_order", 0.0), silent, x),
        expected_orders=_numbers(rows, "expected_orders", 0.0),
        expected_revenue=_numbers(rows, "expected_revenue", 0.0),
        rhythm=-_numbers(rows, "overdue_ratio", np.inf),
        regular=pc.fill_null(rows["regular"], False).to_numpy(zero_copy_only=False),
    )


def learnt_at(history: History, known: Known, ours: Ours) -> Floats:
    """The chance of an order after learning from the horizon before the cut, which the cut shows."""
    before = known_at(history, known.cut - timedelta(days=HORIZON_DAYS))
    return Chance.fit(ours_at(history, before).seen, before.active).predict(ours.seen)


def _ages(rows: pa.Table, known: Known) -> Floats:
    """Days from the first purchase to the cut."""
    first = rows["first_on"].cast(pa.date32()).cast(pa.int32()).to_numpy()
    return np.asarray(pa.scalar(known.cut).cast(pa.int32()).as_py() - first, dtype=float)


def _numbers(rows: pa.Table, name: str, missing: float) -> Floats:
    return np.asarray(pc.fill_null(rows[name].cast(pa.float64()), missing).to_numpy())
