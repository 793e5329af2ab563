"""Likelihood of the Gamma-Gamma model of spend with gradient and second derivatives."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import digamma, gammaln, polygamma

from vernost.engine.outlook.arrays import Floats, spends, weights_or_ones
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.errors import NoObservations
from vernost.engine.outlook.sums import dot


@dataclass(frozen=True)
class Spends:
    """Clients with orders: x orders of mean spend m each, divided by `unit`, the geometric mean of m.

    count, count_weight, count_logs: distinct x, its clients and their sum of log m.
    """

    x: Floats
    m: Floats
    weight: Floats
    unit: float
    count: Floats
    count_weight: Floats
    count_logs: Floats

    @classmethod
    def read(cls, x: ArrayLike, m: ArrayLike, weights: ArrayLike | None) -> Self:
        """Check the rows; those without orders or weight are left out (there may be none left)."""
        orders, mean = spends(x, m)
        weight = weights_or_ones(weights, len(orders))
        if not len(orders):
            raise NoObservations("no_observations", "x")
        used = (orders > 0) & (weight > 0)
        orders, mean, weight = orders[used], mean[used], weight[used]
        # Sorted, so that sums do not depend on the order of the rows.
        order = np.lexsort((weight, mean, orders))
        orders, mean, weight = orders[order], mean[order], weight[order]
        unit = float(np.exp(np.average(np.log(mean), weights=weight))) if len(mean) else 1.0
        return cls.of(orders, mean / unit, weight, unit)

    @classmethod
    def of(cls, x: Floats, m: Floats, weight: Floats, unit: float) -> Self:
        """From rows in the order in which they shall be summed."""
        if not len(x):
            return cls(x, m, weight, unit, x, x, x)
        (count,), where = distinct(x)
        return cls(
            x, m, weight, unit, count, np.bincount(where, weight), np.bincount(where, weight * np.log(m))
        )

    @property
    def observations(self) -> float:
        return float(self.weight.sum())

    def sample(self, size: int) -> Self:
        """Every n-th client (sorted by orders and spend), the same ones every time."""
        stride = -(-len(self.x) // size)
        chosen = slice(stride // 2, None, stride)
        return self.of(self.x[chosen], self.m[chosen], self.weight[chosen], self.unit)


def log_likelihood(logs: Floats, seen: Spends) -> tuple[float, Floats, Floats]:
    """Of scaled spends by log (p, q, gamma)."""
    p, q, gamma = (float(value) for value in np.exp(logs))
    value, gradient, curvature = _by_count(p, q, seen)
    weight, x, total = seen.weight, seen.x, seen.observations
    shape = p * x + q
    whole = gamma + x * seen.m
    log_whole, over = np.log(whole), 1 / whole
    weighted, held = weight * x, weight * shape * over
    value += total * q * float(logs[2]) - dot(weight * shape, log_whole)
    gradient[0] -= dot(weighted, log_whole)
    gradient[1] += total * float(logs[2]) - dot(weight, log_whole)
    gradient[2] += total * q / gamma - float(held.sum())
    curvature[0, 2] -= dot(weighted, over)
    curvature[1, 2] += total / gamma - dot(weight, over)
    curvature[2, 2] += dot(held, over) - total * q / gamma**2
    upper = np.triu(curvature)
    natural = np.array([p, q, gamma])
    by_log = natural * gradient
    return value, by_log, (upper + np.triu(upper, 1).T) * np.outer(natural, natural) + np.diag(by_log)


def _by_count(p: float, q: float, seen: Spends) -> tuple[float, Floats, Floats]:
    """The part that depends on x and the sum of log m alone, by (p, q, gamma) themselves."""
    x, weight, logs = seen.count, seen.count_weight, seen.count_logs
    own, shape = p * x, p * x + q
    entropy = dot(weight, x * np.log(x)) + dot(logs, x)
    value = dot(weight, gammaln(shape) - gammaln(own) - gammaln(q)) + p * entropy - float(logs.sum())
    gradient = np.array(
        [
            dot(weight, x * (digamma(shape) - digamma(own))) + entropy,
            dot(weight, digamma(shape) - digamma(q)),
            0.0,
        ]
    )
    curvature = np.zeros((3, 3))
    bend = polygamma(1, shape)
    curvature[0, 0] = dot(weight, x * x * (bend - polygamma(1, own)))
    curvature[0, 1] = dot(weight, x * bend)
    curvature[1, 1] = dot(weight, bend - polygamma(1, q))
    return value, gradient, curvature
