"""Pareto/NBD (Schmittlein, Morrison and Colombo 1987): a client may leave at any moment."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from vernost.engine.outlook.arrays import Floats, above_zero, from_zero, histories, observed_until
from vernost.engine.outlook.discounted_survival import discounted_survival
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.evidence import probability_alive
from vernost.engine.outlook.orders_fit import fit_orders
from vernost.engine.outlook.pairs import Pairs
from vernost.engine.outlook.pareto_likelihood import log_gone, log_likelihood
from vernost.engine.outlook.pareto_tail import log_tail
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.quality import Fitted, Quality

PRIOR = Prior(
    # Log of: shape of rates; orders per mean observation period; shape of leaving; leaving per mean period.
    combinations=((1, 0, 0, 0), (1, -1, 0, 0), (0, 0, 1, 0), (0, 0, 1, -1)),
    centre=(float(np.log(0.7)), 0.0, float(np.log(0.7)), float(np.log(0.5))),
    spread=(1.5, 3.0, 1.5, 1.5),
)
_NODES = 32


@dataclass(frozen=True)
class ParetoNBDParams:
    """Rate of orders ~ Gamma(r, alpha), rate of leaving ~ Gamma(s, beta); alpha and beta in units of time."""

    r: float
    alpha: float
    s: float
    beta: float


@dataclass(frozen=True)
class ParetoNBD(Fitted):
    """P(alive) = 1 / (1 + s (G(t_x) - G(T)) (alpha + T)^R (beta + T)^s), R = r + x; G: see pareto_tail.

    It is no elementary function of (x, t_x, T). Given that the client is alive everything is.
    Times in the caller's unit, the same in fit and predictions; x, t_x, T as in `Histories`.
    """

    params: ParetoNBDParams
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

        weights: how many clients a row stands for. penalty: strength of the scale-free prior, 0 for none.
        Raises OutlookInputError for what is no history; whatever else is odd is a code in `quality.warnings`.
        """
        (r, alpha, s, beta), unit, quality = fit_orders(log_likelihood, PRIOR, (x, t_x, T), weights, penalty)
        return cls(ParetoNBDParams(r, alpha * unit, s, beta * unit), quality)

    def p_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Probability that the client has not left by T."""
        return self._p_alive(*histories(x, t_x, T))

    def expected_orders(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, horizon: float) -> Floats:
        """Orders in (T, T + horizon], as expected from what was seen until T."""
        orders, last, end = histories(x, t_x, T)
        p, ahead = self.params, from_zero(horizon, "horizon")
        rate = (p.r + orders) / (p.alpha + end)
        return self._p_alive(orders, last, end) * rate * self._time_left(end, ahead)

    def p_order_if_alive(self, x: ArrayLike, T: ArrayLike, horizon: float) -> Floats:
        """Probability of an order in (T, T + horizon] given alive at T.

        The integral of (client still there) over the distribution of the time of the next order: over its quantiles
        the integrand is smooth and between 0 and 1, so that 32 nodes give all digits that matter.
        """
        orders, end = observed_until(x, T)
        p, ahead = self.params, from_zero(horizon, "horizon")
        shape, scale = p.r + orders, p.alpha + end
        within = -np.expm1(-shape * np.log1p(ahead / scale))
        chance = np.zeros_like(within)
        for node, weight in zip(*np.polynomial.legendre.leggauss(_NODES), strict=True):
            time = scale * np.expm1(-np.log1p(-within * (1 + node) / 2) / shape)
            chance += weight / 2 * within * np.exp(-p.s * np.log1p(time / (p.beta + end)))
        return np.asarray(chance)

    def expected_orders_new(self, horizon: float) -> float:
        """Repeat orders of a new client in the time `horizon` after the first order."""
        p = self.params
        return p.r / p.alpha * float(self._time_left(np.zeros(1), from_zero(horizon, "horizon"))[0])

    def discounted_residual_orders(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, rate: float) -> Floats:
        """Orders after T, each worth exp(-rate * time since T): DERT of Fader, Hardie and Lee (2005).

        rate: above zero, continuous, per unit of time.
        """
        orders, last, end = histories(x, t_x, T)
        p, delta = self.params, above_zero(rate, "rate")
        (some_T,), where = distinct(end)
        time = discounted_survival(p.s, p.beta + some_T, delta)[where]
        return self._p_alive(orders, last, end) * (p.r + orders) / (p.alpha + end) * time

    def _time_left(self, end: Floats, horizon: float) -> Floats:
        """Expected part of the horizon that a client alive at `end` stays; nothing singular at s = 1."""
        p = self.params
        span = np.log1p(horizon / (p.beta + end))
        less = p.s - 1
        return (p.beta + end) * (span if less == 0 else -np.expm1(-less * span) / less)

    def _p_alive(self, orders: Floats, last: Floats, end: Floats) -> Floats:
        p = self.params
        pairs = Pairs.of(orders, last, end)
        tail = log_tail(p.r + pairs.x, pairs.t, p.alpha, p.s, p.beta)
        here = -(p.r + orders) * np.log(p.alpha + end) - p.s * np.log(p.beta + end)
        return probability_alive(log_gone(p.s, tail, pairs.last, pairs.end) - here)
