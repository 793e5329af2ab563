"""Regularity: how much more evenly than by chance the clients of a company order.

The intervals of a client are Gamma distributed with a shape k common to the company (Erlang-k when k is
whole; 1 is pure chance, larger is steadier) and a rate of his own. Given the sum of his n intervals their
shares are Dirichlet(k, ..., k), whatever his rate, so

    l(k) = sum over clients of  gammaln(n k) - n gammaln(k) + (k - 1) (sum of log intervals - n log sum)

is an exact conditional likelihood: no prior on the rates, no unit of time, three numbers per client. (The
estimators of Wheat and Morrison 1990 use two intervals per client; this one uses all.)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln, polygamma

from vernost.engine.outlook.arrays import Floats, column, same_length, weights_or_ones
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.errors import IllegalHistory
from vernost.engine.outlook.newton import minimise
from vernost.engine.outlook.quality import NOT_CONVERGED, NOT_ENOUGH_DATA, PARAMETER_AT_BOUND
from vernost.engine.outlook.sums import dot

_LOW, _HIGH = float(np.log(0.05)), float(np.log(1000.0))
_FEWEST_INTERVALS = 20
_LARGEST_ERLANG = 4
# A log of a mean is never below the mean of logs; so much rounding is forgiven.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Regularity:
    """k: the shape, estimated; 1 if nobody has two intervals. erlang: k as a whole number from 1 to 4.

    intervals: how many were compared. ratio: 2 (l(k) - l(1)), chi-squared(1) if orders come by chance.
    standard_error: of log k; infinite without data.
    """

    k: float
    erlang: int
    intervals: float
    ratio: float
    standard_error: float
    warnings: tuple[str, ...]


def estimate_regularity(
    intervals: ArrayLike, total: ArrayLike, log_total: ArrayLike, weights: ArrayLike | None = None
) -> Regularity:
    """From per client (or group with equal numbers): how many intervals, their sum, the sum of their logs.

    Clients with fewer than two intervals say nothing about regularity and are passed over. The sums are of
    intervals above zero (days between orders of different days), in any unit. Raises OutlookInputError.
    """
    count, weight, evenness = _evenness(intervals, total, log_total, weights)
    enough = dot(weight, count)
    if not enough:
        return Regularity(1.0, 1, 0.0, 0.0, float("inf"), (NOT_ENOUGH_DATA,))

    (n,), where = distinct(count)
    clients = np.bincount(where, weight)

    def evaluate(logs: Floats) -> tuple[float, Floats, Floats]:
        k = float(np.exp(logs[0]))
        value = dot(clients, gammaln(n * k) - n * gammaln(k)) + (k - 1) * evenness
        slope = dot(clients, n * (digamma(n * k) - digamma(k))) + evenness
        bend = dot(clients, n * (n * polygamma(1, n * k) - polygamma(1, k)))
        return -value, np.array([-k * slope]), np.array([[-k * slope - k * k * bend]])

    found = minimise(evaluate, np.zeros(1), _LOW, _HIGH, 1e-12 * max(enough, 1.0))
    k = float(np.exp(found.point[0]))
    curvature = float(evaluate(found.point)[2][0, 0])
    codes = (
        (NOT_CONVERGED, not found.converged),
        (PARAMETER_AT_BOUND, bool(found.at_bound.any())),
        (NOT_ENOUGH_DATA, enough < _FEWEST_INTERVALS),
    )
    return Regularity(
        k=k,
        erlang=int(np.clip(np.floor(k + 0.5), 1, _LARGEST_ERLANG)),
        intervals=enough,
        ratio=max(0.0, 2 * (evaluate(np.zeros(1))[0] - found.value)),
        standard_error=curvature**-0.5 if curvature > 0 else float("inf"),
        warnings=tuple(code for code, holds in codes if holds),
    )


def _evenness(
    intervals: ArrayLike, total: ArrayLike, log_total: ArrayLike, weights: ArrayLike | None
) -> tuple[Floats, Floats, float]:
    """Count and weight of clients with two intervals or more, and their weighted sum of log shares."""
    count, sums, logs = column(intervals, "intervals"), column(total, "total"), column(log_total, "log_total")
    same_length(intervals=count, total=sums, log_total=logs)
    weight = weights_or_ones(weights, len(count))
    used = (count >= 2) & (weight > 0)
    bad = used & ~(sums > 0)
    if bad.any():
        row = int(np.argmax(bad))
        raise IllegalHistory("not_above_zero", "total", row, float(sums[row]))
    count, weight, shares = count[used], weight[used], logs[used] - count[used] * np.log(sums[used])
    bad = shares > -count * np.log(count) + _ROUNDING * count
    if bad.any():
        row = int(np.flatnonzero(used)[np.argmax(bad)])
        raise IllegalHistory("logs_exceed_sum", "log_total", row, float(logs[row]))
    return count, weight, dot(weight, shares)
