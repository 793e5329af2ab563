"""Step 2, rhythm: the usual interval of each client, its spread, and how late he is (assessment.md, 2).

A client with two intervals or more has a rhythm of his own: the median of the last intervals. With fewer, his log
interval is shrunk to the company's by empirical Bayes: log intervals of a client scatter around his own mean with
variance `within`, the clients' means around the company's mean with variance `between`; both are estimated from the
clients who came back (analysis of variance by the method of moments; Casella 1985).
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from vernost.engine.exchange import numbers
from vernost.engine.outlook import estimate_regularity
from vernost.engine.steps.basics import PAUSE

# A spread below this (one thousandth of a log unit) is rounding, not knowledge.
_LEAST_VARIANCE = 1e-6


@dataclass(frozen=True)
class Prior:
    """The company's intervals: mean log interval, variances in log units, regularity k (1: by chance), how many seen.

    `mean` is None where nobody ever came back: then nobody has a rhythm.
    """

    mean: float | None
    within: float
    between: float
    regularity: float
    erlang: int
    intervals: int

    @property
    def interval(self) -> float | None:
        """The interval of a client of whom nothing is known, in days."""
        return None if self.mean is None else float(np.exp(self.mean))

    @property
    def weight_of_one(self) -> float:
        """How much one own interval counts against the company's mean, 0–1."""
        total = self.between + self.within
        return self.between / total if total > 0 else 0.0


def grouped(history: ir.Table) -> ir.Table:
    """Grouped statistics for `prior`: by number of intervals, sums over clients (at most `rhythm_intervals` rows)."""
    known = history.filter(_.gap_count > 0).mutate(mean=_.gap_logs / _.gap_count)
    return (
        known.group_by("gap_count")
        .aggregate(
            clients=_.count(),
            means=_.mean.sum(),
            means2=(_.mean * _.mean).sum(),
            logs2=_.gap_logs2.sum(),
            shares=(_.gap_logs - _.gap_count * _.gap_sum.cast("float64").ln()).sum(),
        )
        .order_by("gap_count")
    )


def prior(rows: pa.Table) -> Prior:
    """The company's prior from `grouped`, by the method of moments; variances never below zero."""
    count, clients, means, means2, logs2, shares = (
        values.astype(np.float64)
        for values in numbers(rows, "gap_count", "clients", "means", "means2", "logs2", "shares")
    )
    total = float(clients.sum())
    if not total:
        return Prior(None, 0.0, 0.0, 1.0, 1, 0)
    mean = float(means.sum()) / total
    freedom = float((clients * (count - 1)).sum())
    inside = float((logs2 - count * means2).sum())
    scatter = max(float(means2.sum()) / total - mean * mean, 0.0)
    within = max(inside, 0.0) / freedom if freedom else scatter
    between = scatter - within * float((clients / count).sum()) / total
    if between <= _LEAST_VARIANCE:
        between = 0.0
    # Per group of clients with equally many intervals only the sum of log shares is needed: total 1, the mean share.
    regularity = estimate_regularity(count, np.ones_like(count), shares / clients, clients)
    return Prior(mean, within, between, regularity.k, regularity.erlang, int((count * clients).sum()))


def rhythm(history: ir.Table, prior: Prior, settings_lost: float, today: int) -> ir.Table:
    """`history` with the rhythm.

    Adds intervals, typical_interval and interval_mad (days), expected_next_day, days_since_last (days),
    overdue_ratio, comeback_day, comeback_interval (days; a pause longer than `settings_lost` usual intervals that
    ended in the window) and for `comeback` other_intervals, other_gap_sum (the rhythm without that pause). Empty
    where the client never bought or nobody ever came back.
    """
    none = ibis.null("float64")
    if prior.mean is None:
        typical: ir.Value = none
    else:
        own, logs = prior.weight_of_one, history.gap_logs
        shrunk = ibis.ifelse(
            history.gap_count == 1, (own * logs + (1 - own) * prior.mean).exp(), prior.interval
        )
        typical = ibis.coalesce(history.gap_median, shrunk)
    table = history.mutate(
        intervals=history.gap_count,
        typical_interval=ibis.ifelse(history.occasions > 0, typical, none),
        interval_mad=history.gap_mad,
        days_since_last=(today - history.last_day).cast("int32"),
    )
    usual = table.typical_interval
    pause = table.pause % PAUSE, (table.pause / PAUSE).floor()
    back = pause[1] > settings_lost * usual
    # Of equal pauses the latest was taken: it is among the last intervals if it ended after they began.
    among = (pause[0] > table.last_day - table.gap_sum).fill_null(False)
    return table.mutate(
        expected_next_day=(table.last_day + usual.round()).cast("int32"),
        overdue_ratio=table.days_since_last / usual,
        comeback_day=ibis.ifelse(back, pause[0], ibis.null("int64")).cast("int32"),
        comeback_interval=ibis.ifelse(back, pause[1], none).cast("int32"),
        other_intervals=(table.gap_count - ibis.ifelse(among, 1, 0)).cast("int32"),
        other_gap_sum=table.gap_sum - ibis.ifelse(among, pause[1].cast("int64"), 0),
    ).drop("pause", "gap_count", "gap_median", "gap_mad")
