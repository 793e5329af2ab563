"""Where a test alarms, so that a client to whom nothing happens is alarmed wrongly in at most `alarm_rate` of years.

A test is looked at again with every event; the allowed rate is shared out among the looks of a year (Bonferroni), so
that the rate per client and year holds however often the client buys. The tables are small and come to the steps by
whole numbers, so that every engine decides alike.
"""

import numpy as np
import pyarrow as pa
from scipy import stats

from vernost.engine.settings import Settings

MOST_LOOKS = 366


def correlations(settings: Settings) -> pa.Table:
    """n (events), looks (per year) → critical correlation of a one-sided t-test of no trend."""
    n = np.arange(settings.trend_min_events, settings.trend_events + 1)
    looks = np.arange(1, MOST_LOOKS + 1)
    some_n, some_looks = (axis.ravel() for axis in np.meshgrid(n, looks, indexing="ij"))
    t = stats.t.isf(settings.alarm_rate / some_looks, some_n - 2)
    return pa.table(
        {
            "n": pa.array(some_n, pa.int32()),
            "looks": pa.array(some_looks, pa.int32()),
            "critical": t / np.sqrt(some_n - 2 + t * t),
        }
    )


def silences(settings: Settings, shape: float, orders: float) -> pa.Table:
    """intervals (seen), looks → critical silence as a multiple of (prior time + sum of the intervals seen).

    Intervals of a client are Gamma(shape, rate), rate ~ Gamma(orders, prior time); after n of them the next one over
    (prior time + their sum) is beta prime(shape, orders + n × shape).
    """
    intervals = np.arange(0, settings.rhythm_intervals + 1)
    looks = np.arange(1, MOST_LOOKS + 1)
    some_n, some_looks = (axis.ravel() for axis in np.meshgrid(intervals, looks, indexing="ij"))
    factor = stats.betaprime.isf(settings.alarm_rate / some_looks, shape, orders + some_n * shape)
    return pa.table(
        {
            "intervals": pa.array(some_n, pa.int32()),
            "looks": pa.array(some_looks, pa.int32()),
            "factor": np.where(np.isfinite(factor), factor, np.inf),
        }
    )


def rates(counts: pa.Table, settings: Settings, *, rise: bool) -> pa.Table:
    """For each (recent, before, days_before): the count of recent events that alarms, and the looks of a year.

    The recent events are Binomial(recent + before, part of the days that are recent) while the rate stands still.
    `critical` is the smallest count that alarms (`rise`) or the largest (fall, −1 where none does).
    """
    recent, before, days = (
        counts.column(name).to_numpy().astype(np.float64) for name in ("recent", "before", "days_before")
    )
    part = settings.recent_days / (settings.recent_days + days)
    looks = np.maximum((recent + before) * 365 / (settings.recent_days + days), 1.0)
    level = settings.alarm_rate / looks
    critical = _rise(before, part, level) if rise else _fall(before, part, level)
    return counts.append_column("critical", pa.array(critical.astype(np.int32))).append_column(
        "looks", pa.array(looks)
    )


def _rise(before: np.ndarray, part: np.ndarray, level: np.ndarray) -> np.ndarray:
    # Events before the `before`-th old one are negative binomial: P(at least k recent) without fixing the total.
    return stats.nbinom.isf(level, before + 1, 1 - part) + 1


def _fall(before: np.ndarray, part: np.ndarray, level: np.ndarray) -> np.ndarray:
    most = stats.nbinom.ppf(level, np.maximum(before, 1), 1 - part)
    reaches = stats.nbinom.cdf(most, np.maximum(before, 1), 1 - part) <= level
    return np.where(before > 0, np.where(reaches, most, most - 1), -1)
