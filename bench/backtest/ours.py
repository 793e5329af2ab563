"""What the assessment says at a cut, with nothing later to be seen."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bench.backtest.histories import HORIZON_DAYS, History, Known, until
from bench.judging import judged
from bench.scoring import Bools, Floats
from vernost.engine import Settings


@dataclass(frozen=True)
class Ours:
    """In the order of `Known.client`; `active` is the chance of an order within the horizon."""

    active: Floats
    expected_orders: Floats
    expected_revenue: Floats
    #: minus the overdue ratio: the higher, the more in rhythm
    rhythm: Floats
    regular: Bools


def ours_at(history: History, known: Known) -> Ours:
    """The assessment of the history up to the cut, for the horizon."""
    settings = Settings(horizon_days=HORIZON_DAYS)
    clients = judged({"orders": until(history, known.cut)}, known.cut, settings).clients
    rows = clients.take(pc.index_in(known.client, clients["client_id"].combine_chunks().cast(pa.string())))
    alive, orders = _numbers(rows, "p_alive", 1.0), _numbers(rows, "expected_orders", 0.0)
    return Ours(
        active=chance_of_an_order(alive, orders),
        expected_orders=orders,
        expected_revenue=_numbers(rows, "expected_revenue", 0.0),
        rhythm=-_numbers(rows, "overdue_ratio", np.inf),
        regular=pc.fill_null(rows["regular"], False).to_numpy(zero_copy_only=False),
    )


def chance_of_an_order(alive: Floats, orders: Floats) -> Floats:
    """Alive, and then at least one order where `orders ÷ alive` are to be expected (Poisson)."""
    rate = orders / np.maximum(alive, 1e-12)
    return np.asarray(np.clip(alive * -np.expm1(-rate), 0.0, 1.0))


def _numbers(rows: pa.Table, name: str, missing: float) -> Floats:
    return np.asarray(pc.fill_null(rows[name].cast(pa.float64()), missing).to_numpy())
