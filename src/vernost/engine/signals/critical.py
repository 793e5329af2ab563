"""Where a test alarms, so that a client to whom nothing happens is alarmed wrongly in at most `alarm_rate` of years.

A test is looked at again with every event; the allowed rate is shared out among the looks of a year (Bonferroni), so
that the rate per client and year holds however often the client buys. The tables are small and come to the steps by
whole numbers, so that every engine decides alike.
"""

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.special import betainc, betaincc, betainccinv, betaincinv, stdtrit

from vernost.engine.exchange import numbers, rows
from vernost.engine.settings import Settings

Floats = NDArray[np.float64]

MOST_LOOKS = 366


def correlations(settings: Settings) -> pa.Table:
    """n (events), looks (per year) → critical correlation of a one-sided t-test of no trend."""
    n = np.arange(settings.trend_min_events, settings.trend_events + 1)
    looks = np.arange(1, MOST_LOOKS + 1)
    some_n, some_looks = (axis.ravel() for axis in np.meshgrid(n, looks, indexing="ij"))
    t = -stdtrit(some_n - 2, settings.alarm_rate / some_looks)
    return rows(
        n=some_n.astype(np.int32),
        looks=some_looks.astype(np.int32),
        critical=t / np.sqrt(some_n - 2 + t * t),
    )


def least_correlation(settings: Settings) -> float:
    """The smallest critical correlation of all: many events, one look."""
    t = -float(stdtrit(settings.trend_events - 2, settings.alarm_rate))
    return t / float(np.sqrt(settings.trend_events - 2 + t * t))


def silences(settings: Settings, shape: float, orders: float) -> pa.Table:
    """intervals (seen), looks → critical silence as a multiple of (prior time + sum of the intervals seen).

    Intervals of a client are Gamma(shape, rate), rate ~ Gamma(orders, prior time); after n of them the next one over
    (prior time + their sum) is beta prime(shape, orders + n × shape).
    """
    intervals = np.arange(0, settings.rhythm_intervals + 1)
    looks = np.arange(1, MOST_LOOKS + 1)
    some_n, some_looks = (axis.ravel() for axis in np.meshgrid(intervals, looks, indexing="ij"))
    level, past = settings.alarm_rate / some_looks, orders + some_n * shape
    # Beta prime is the odds of a beta; its tails are taken apart so that neither is lost in rounding.
    factor = betainccinv(shape, past, level) / betaincinv(past, shape, level)
    return rows(
        intervals=some_n.astype(np.int32), looks=some_looks.astype(np.int32), factor=np.minimum(factor, 1e6)
    )


def rates(counts: pa.Table, settings: Settings, *, rise: bool) -> pa.Table:
    """For each (recent, before, days_before): the count of recent events that alarms, and the looks of a year.

    The recent events are Binomial(recent + before, part of the days that are recent) while the rate stands still.
    `critical` is the smallest count that alarms (`rise`) or the largest (fall, −1 where none does).
    """
    recent, before, days = (
        values.astype(np.float64) for values in numbers(counts, "recent", "before", "days_before")
    )
    part = settings.recent_days / (settings.recent_days + days)
    looks = np.maximum((recent + before) * 365 / (settings.recent_days + days), 1.0)
    level = settings.alarm_rate / looks
    critical = _rise(before, part, level) if rise else _fall(before, part, level)
    found = rows(critical=critical.astype(np.int32), looks=looks)
    for name in found.column_names:
        counts = counts.append_column(name, found.column(name))
    return counts


def _rise(before: Floats, part: Floats, level: Floats) -> Floats:
    """Smallest k with P(k or more recent events before the next old one) within the level: negative binomial."""
    k = np.ones_like(before)
    while (over := betainc(k, before + 1, part) > level).any():
        k[over] += 1
    return k


def _fall(before: Floats, part: Floats, level: Floats) -> Floats:
    """Largest k with P(at most k recent events before the `before`-th old one) within the level; −1 where none is."""
    k = np.full_like(before, -1.0)
    some = np.maximum(before, 1.0)
    while (within := (before > 0) & (betaincc(k + 2, some, part) <= level)).any():
        k[within] += 1
    return k
