"""Step 3c, chance: how likely is a purchase within the next `recent_days`? The outlook, corrected by the last ones.

The model is fitted again to what was known `recent_days` ago and held against who has bought since; the correction
(`vernost.engine.outlook.chance`) is learnt on the driver from grouped statistics (unique x, t_x, T and step of the
mean sum, with counts) and applied to every client by elementary functions. With many clients a sample teaches: those
whose first purchase fell on every k-th day, as in `holdout`.
"""

from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.exchange import numbers
from vernost.engine.outlook import OutlookInputError
from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.chance import TINY, Chance, Line, evidence
from vernost.engine.settings import Settings
from vernost.engine.steps import outlook

_MOST_CLIENTS = 25_000
# Mean sums are grouped into steps of 1/16 of a log unit; each group stands in the middle of its step.
_STEPS = 16
_KEYS = ("x", "t_x", "T", "step")
# Beyond these log odds a probability is 0 or 1 anyway, and the exponential stays finite.
_FAR = 300.0


@dataclass(frozen=True)
class Seen:
    """Grouped statistics: what was known `recent_days` ago and who bought since (`past`), and what is known now."""

    past: pa.Table
    present: pa.Table


def seen(backend: Backend, days: ir.Table, history: ir.Table, settings: Settings, today: int) -> Seen:
    """All that `learn` needs of the clients."""
    clients = backend.fetch(history.aggregate(n=_.count())).column(0)[0].as_py()
    every, cut = max(1, -(-clients // _MOST_CLIENTS)), today - settings.recent_days
    now = history.filter(_.first_day % every == 0)
    if every > 1:
        days = days.semi_join(now, "client_id")
    then = known_at(days, cut)
    past = _fetched(
        backend, outlook.summary(then, cut).inner_join(then.select("client_id", "again"), "client_id")
    )
    return Seen(past, _fetched(backend, outlook.summary(now, today).mutate(again=False)))


def learn(seen: Seen, models: outlook.Models, settings: Settings) -> Line | None:
    """The correction; None where the time before `recent_days` ago has too few clients to fit a model to."""
    x, t_x, T, n = numbers(seen.past, "x", "t_x", "T", "n")
    if n.sum() < settings.outlook_min_clients:
        return None
    try:
        model = outlook.MODELS[settings.outlook_model].fit(
            x, t_x, T, weights=n, penalty=settings.outlook_penalty
        )
    except OutlookInputError:
        return None
    learnt = Chance.fit(
        np.repeat(_evidence(seen.past, model, settings), 2, axis=0),
        np.tile([True, False], len(x)),
        weights=_outcomes(seen.past),
    )
    return learnt.line(_evidence(seen.present, models.buying, settings), numbers(seen.present, "n")[0])


def known_at(days: ir.Table, cut: int) -> ir.Table:
    """What `history` would have said on the day `cut`: client_id, occasions, first_day, last_day, bought; and again:
    whether the client has bought since.
    """
    then = (
        days.filter(_.bought > 0)
        .group_by("client_id")
        .aggregate(
            occasions=(_.day <= cut).sum().cast("int32"),
            first_day=_.day.min(),
            last_day=_.day.max(where=_.day <= cut),
            bought=_.bought.sum(where=_.day <= cut),
            again=_.day.max() > cut,
        )
    )
    return then.filter(_.first_day <= cut)


def chance(table: ir.Table, line: Line | None) -> ir.Table:
    """`table` with p_order corrected; as it is without a correction, empty where it is empty."""
    if line is None:
        return table
    p = table.p_order.clip(lower=TINY, upper=1 - TINY)
    odds = (p / (1 - p)).ln()
    mean = table.bought.cast("float64") / table.occasions.nullif(0)
    seen = (odds, mean.clip(lower=TINY).ln(), _log1p(table.days_since_last), _log1p(table.occasions - 1))
    for slope, value in zip(line.slopes.tolist(), seen, strict=True):
        odds = odds + slope * value
    odds = (odds + line.constant).clip(lower=-_FAR, upper=_FAR)
    return table.mutate(p_order=1 / (1 + (-odds).exp()))


def _log1p(days: ir.IntegerValue) -> ir.FloatingValue:
    return (days + 1).cast("float64").ln()


def _fetched(backend: Backend, summary: ir.Table) -> pa.Table:
    """Unique x, t_x, T, step with n (clients) and again (how many of them bought since), sorted."""
    step = (_.m.ln() * _STEPS).floor().cast("int64")
    groups = (
        summary.mutate(step=step).group_by(*_KEYS).aggregate(n=_.count(), again=_.again.sum().cast("int64"))
    )
    return backend.fetch(groups).sort_by([(key, "ascending") for key in _KEYS])


def _evidence(groups: pa.Table, model: outlook.Buying, settings: Settings) -> Floats:
    x, t_x, T, step = (values.astype(np.float64) for values in numbers(groups, *_KEYS))
    p = model.p_alive(x, t_x, T) * model.p_order_if_alive(x, T, settings.recent_days)
    return evidence(p, np.exp((step + 0.5) / _STEPS), T - t_x, x)


def _outcomes(groups: pa.Table) -> Floats:
    """How many bought since and how many did not, group by group."""
    n, again = numbers(groups, "n", "again")
    return np.column_stack([again, n - again]).ravel().astype(np.float64)
