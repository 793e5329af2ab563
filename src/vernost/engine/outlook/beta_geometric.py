"""What BG/NBD and MBG/NBD have in common: after each order a client leaves with his own probability p.

A client who has ordered x times after the first order and is alive has survived `draws` chances to leave: x
in BG/NBD (the first order is no chance), x + 1 in MBG/NBD. This is the only difference between the two.
Rate of orders ~ Gamma(r, alpha); p ~ Beta(a, b); independent. Times are scaled (see Histories).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.rising import rising
from vernost.engine.outlook.sufficient import Histories
from vernost.engine.outlook.sums import dot

PRIOR = Prior(
    # Log of: shape of rates; orders per mean observation period; a; odds of leaving after an order.
    combinations=((1, 0, 0, 0), (1, -1, 0, 0), (0, 0, 1, 0), (0, 0, 1, -1)),
    centre=(float(np.log(0.7)), 0.0, float(np.log(0.8)), float(np.log(0.3))),
    spread=(1.5, 3.0, 1.5, 1.5),
)


@dataclass(frozen=True)
class BetaGeometricParams:
    """Rate ~ Gamma(shape r, rate alpha), alpha in units of time; chance to leave ~ Beta(a, b)."""

    r: float
    alpha: float
    a: float
    b: float


def log_likelihood(first_chance: int) -> Callable[[Floats, Histories], tuple[float, Floats, Floats]]:
    """Of histories by log (r, alpha, a, b), with gradient and second derivatives.

    first_chance: 1 if a client may leave right after the first order (MBG), else 0 (BG).
    """

    def evaluate(logs: Floats, seen: Histories) -> tuple[float, Floats, Floats]:
        by_count = _by_count(logs, seen, first_chance)
        by_time = _by_time(logs, seen, first_chance)
        return by_count[0] + by_time[0], by_count[1] + by_time[1], by_count[2] + by_time[2]

    return evaluate


def _by_count(logs: Floats, seen: Histories, first_chance: int) -> tuple[float, Floats, Floats]:
    """The part that depends on x alone: the rising factorials."""
    r, _, a, b = np.exp(logs)
    weight, total = seen.x_weight, seen.observations
    draws = seen.x_values + first_chance
    orders, kept, drawn = rising(r, seen.x_values), rising(b, draws), rising(a + b, draws)
    value = dot(weight, orders[0] + kept[0] - drawn[0]) + total * r * logs[1]
    rate = r * (dot(weight, orders[1]) + total * logs[1])
    stay = b * dot(weight, kept[1])
    mixed = -dot(weight, drawn[1])
    mixed_twice = -dot(weight, drawn[2])
    rate_twice = r * r * dot(weight, orders[2])
    stay_twice = b * b * dot(weight, kept[2])
    gradient = np.array([rate, total * r, a * mixed, stay + b * mixed])
    curvature = np.diag([rate + rate_twice, 0.0, a * mixed, stay + stay_twice + b * mixed])
    curvature[0, 1] = curvature[1, 0] = total * r
    curvature[2:, 2:] += mixed_twice * np.array([[a * a, a * b], [a * b, b * b]])
    return value, gradient, curvature


def _by_time(logs: Floats, seen: Histories, first_chance: int) -> tuple[float, Floats, Floats]:
    """The part that depends on t_x and T: still here, or gone right after the last order.

    log[(alpha + T)^-R + odds (alpha + t_x)^-R], R = r + x, odds = a / (b + draws - 1), by logaddexp.
    """
    r, alpha, _, b = np.exp(logs)
    weight = seen.weight
    shape = r + seen.x
    earlier = seen.x + (first_chance - 1)
    end, last = np.log(alpha + seen.T), np.log(alpha + seen.t_x)
    log_odds = shape * (end - last)
    could_leave = earlier >= 0
    base = np.where(could_leave, b + earlier, 1.0)
    log_odds += np.where(could_leave, logs[2] - np.log(base), -np.inf)
    value = dot(weight, np.logaddexp(0.0, log_odds) - shape * end)
    gone = weight * expit(log_odds)
    stay = weight - gone
    end_share, last_share = alpha / (alpha + seen.T), alpha / (alpha + seen.t_x)
    # Differences between the two cases, by each log parameter (a: 1).
    diff = (r * (end - last), shape * (end_share - last_share), np.float64(1.0), -b / base)
    spread = gone * (stay / weight)
    gradient = np.array(
        [
            -r * (dot(stay, end) + dot(gone, last)),
            -(dot(stay * shape, end_share) + dot(gone * shape, last_share)),
            float(gone.sum()),
            dot(gone, diff[3]),
        ]
    )
    curvature = np.empty((4, 4))
    for i in range(4):
        for j in range(i, 4):
            curvature[i, j] = curvature[j, i] = float(np.sum(spread * diff[i] * diff[j]))
    curvature[0, 0] += gradient[0]
    cross = -r * (dot(stay, end_share) + dot(gone, last_share))
    curvature[0, 1] += cross
    curvature[1, 0] += cross
    bend_end, bend_last = end_share * (1 - end_share), last_share * (1 - last_share)
    curvature[1, 1] -= dot(stay * shape, bend_end) + dot(gone * shape, bend_last)
    curvature[3, 3] -= dot(gone, b * earlier / base**2)
    return value, gradient, curvature
