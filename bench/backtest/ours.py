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
    """In the order of `Known.client`. The scores are the higher, the likelier the client is to be active."""

    #: chance of an order within the horizon: as the assessment says it, and as the bare model has it
    learnt: Floats
    outlook: Floats
    #: minus the overdue ratio
    rhythm: Floats
    #: minus 1 where the signal `silent` is up
    silent: Floats
    expected_orders: Floats
    expected_revenue: Floats
    regular: Bools


def ours_at(history: History, known: Known) -> Ours:
    """The assessment of the history up to the cut, for the horizon."""
    settings = Settings(horizon_days=HORIZON_DAYS, recent_days=HORIZON_DAYS)
    answer = judged({"orders": until(history, known.cut)}, known.cut, settings)
    place = pc.index_in(known.client, answer.clients["client_id"].combine_chunks().cast(pa.string()))
    rows, model = answer.clients.take(place), answer.model
    x, silence = _numbers(rows, "occasions", 1.0) - 1, _numbers(rows, "days_since_last", 0.0)
    age = _ages(rows, known)
    alarmed = answer.signals.filter(pc.equal(answer.signals["code"], "silent"))["client_id"].combine_chunks()
    return Ours(
        learnt=_numbers(rows, "p_order", 0.0),
        outlook=model.p_alive(x, age - silence, age) * model.p_order_if_alive(x, age, HORIZON_DAYS),
        rhythm=-_numbers(rows, "overdue_ratio", np.inf),
        silent=-pc.is_in(known.client, alarmed.cast(pa.string()))
        .to_numpy(zero_copy_only=False)
        .astype(float),
        expected_orders=_numbers(rows, "expected_orders", 0.0),
        expected_revenue=_numbers(rows, "expected_revenue", 0.0),
        regular=pc.fill_null(rows["regular"], False).to_numpy(zero_copy_only=False),
    )


def _ages(rows: pa.Table, known: Known) -> Floats:
    """Days from the first purchase to the cut."""
    first = rows["first_on"].cast(pa.date32()).cast(pa.int32()).to_numpy()
    return np.asarray(pa.scalar(known.cut).cast(pa.int32()).as_py() - first, dtype=float)


def _numbers(rows: pa.Table, name: str, missing: float) -> Floats:
    return np.asarray(pc.fill_null(rows[name].cast(pa.float64()), missing).to_numpy())
