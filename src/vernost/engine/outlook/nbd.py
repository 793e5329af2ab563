"""NBD: orders at a client's own constant rate, and nobody ever leaves (Ehrenberg 1959).

Not offered as an outlook; it is the model that the others must beat before they may speak of leaving.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from vernost.engine.outlook.arrays import Floats, from_zero, observed_until
from vernost.engine.outlook.evidence import not_enough
from vernost.engine.outlook.fitting import assess_fit, maximise
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.quality import Fitted, Quality
from vernost.engine.outlook.rising import rising
from vernost.engine.outlook.sufficient import Histories
from vernost.engine.outlook.sums import dot

PRIOR = Prior(
    # Log of the shape, log of orders per mean observation period.
    combinations=((1.0, 0.0), (1.0, -1.0)),
    centre=(float(np.log(0.7)), 0.0),
    spread=(1.5, 3.0),
)


@dataclass(frozen=True)
class NBDParams:
    """Rate of orders ~ Gamma(shape r, rate alpha); alpha in units of time."""

    r: float
    alpha: float


@dataclass(frozen=True)
class NBD(Fitted):
    """See module."""

    params: NBDParams
    quality: Quality | None = None

    @classmethod
    def fit(
        cls,
        x: ArrayLike,
        t_x: ArrayLike,
        T: ArrayLike,
        weights: ArrayLike | None = None,
        penalty: float = 1.0,
    ) -> Self:
        """Fit to repeat orders x, time t_x of the last one and end of observation T, from the first order on.

        t_x is checked but not used. Raises OutlookInputError for what is no history.
        """
        seen = Histories.read(x, t_x, T, weights)
        strength = from_zero(penalty, "penalty")
        found = maximise(log_likelihood, seen, len(seen.x), PRIOR, strength)
        r, alpha = np.exp(found.point)
        offset = -seen.orders * float(np.log(seen.unit))
        value = log_likelihood(found.point, seen)[0]
        quality = assess_fit(found, value, offset, seen.observations, strength, not_enough(seen))
        return cls(NBDParams(float(r), float(alpha * seen.unit)), quality)

    def expected_orders(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, horizon: float) -> Floats:
        """Orders in (T, T + horizon]: (r + x) / (alpha + T) * horizon. t_x is not used."""
        orders, end = observed_until(x, T)
        return (self.params.r + orders) / (self.params.alpha + end) * from_zero(horizon, "horizon")

    def expected_orders_new(self, horizon: float) -> float:
        """Repeat orders of a new client in his first `horizon`."""
        return self.params.r / self.params.alpha * from_zero(horizon, "horizon")


def log_likelihood(logs: Floats, seen: Histories) -> tuple[float, Floats, Floats]:
    """Of scaled times by (log r, log alpha), with gradient and second derivatives."""
    r, alpha = np.exp(logs)
    total = seen.observations
    orders = rising(r, seen.x_values)
    rise, bend = dot(seen.x_weight, orders[1]), dot(seen.x_weight, orders[2])
    value = dot(seen.x_weight, orders[0]) + total * r * logs[1]
    end = np.log(alpha + seen.T)
    share = alpha / (alpha + seen.T)
    held = (r + seen.x) * share
    value -= dot(seen.weight, (r + seen.x) * end)
    by_r = r * (rise + total * logs[1] - dot(seen.weight, end))
    cross = r * (total - dot(seen.weight, share))
    by_alpha = total * r - dot(seen.weight, held)
    alpha_twice = -dot(seen.weight, held * (1 - share))
    gradient = np.array([by_r, by_alpha])
    return value, gradient, np.array([[by_r + r * r * bend, cross], [cross, alpha_twice]])


def nobody_leaves(seen: Histories) -> float:
    """Largest plain log-likelihood of scaled times if nobody ever leaves."""
    return log_likelihood(maximise(log_likelihood, seen, len(seen.x), PRIOR, 0.0).point, seen)[0]
