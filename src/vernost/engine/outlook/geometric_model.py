"""The methods that BG/NBD and MBG/NBD share."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike

from vernost.engine.outlook.arrays import Floats, above_zero, from_zero, histories, observed_until
from vernost.engine.outlook.beta_geometric import PRIOR, BetaGeometricParams, log_likelihood
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.evidence import probability_alive
from vernost.engine.outlook.geometric_orders import orders_if_alive
from vernost.engine.outlook.geometric_residual import residual_if_alive
from vernost.engine.outlook.orders_fit import fit_orders
from vernost.engine.outlook.quality import Fitted, Quality


@dataclass(frozen=True)
class OrdersParts:
    """What depends on (x, T) only; the rest is arithmetic with t_x (see expected_orders_parts)."""

    exponent: Floats
    scale: Floats
    odds: Floats
    orders_if_alive: Floats


@dataclass(frozen=True)
class BetaGeometric(Fitted):
    """Times in the caller's unit, the same in fit and predictions; x, t_x, T as in `Histories`."""

    params: BetaGeometricParams
    quality: Quality | None = None

    # 1 if a client may leave right after the first order.
    first_chance: ClassVar[int]

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
        likelihood = log_likelihood(cls.first_chance)
        (r, alpha, a, b), unit, quality = fit_orders(likelihood, PRIOR, (x, t_x, T), weights, penalty)
        return cls(BetaGeometricParams(r, alpha * unit, a, b), quality)

    def p_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Probability that the client has not left by T; the formula stands in `expected_orders_parts`."""
        orders, last, end = histories(x, t_x, T)
        return self._p_alive(orders, last, end)

    def expected_orders(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, horizon: float) -> Floats:
        """Orders in (T, T + horizon], as expected from what was seen until T."""
        orders, last, end = histories(x, t_x, T)
        ahead = from_zero(horizon, "horizon")
        (some_x, some_T), where = distinct(orders, end)
        return self._p_alive(orders, last, end) * self._orders_if_alive(some_x, some_T, ahead)[where]

    def p_order_if_alive(self, x: ArrayLike, T: ArrayLike, horizon: float) -> Floats:
        """Probability of an order in (T, T + horizon] given alive at T: a client can leave only after an order."""
        orders, end = observed_until(x, T)
        p, ahead = self.params, from_zero(horizon, "horizon")
        return np.asarray(-np.expm1(-(p.r + orders) * np.log1p(ahead / (p.alpha + end))))

    def expected_orders_parts(self, x: ArrayLike, T: ArrayLike, horizon: float) -> OrdersParts:
        """For distinct (x, T), all that is needed to judge any t_x by elementary functions:

            p_alive         = 1 / (1 + odds * ((alpha + T) / (alpha + t_x)) ** exponent)
            expected_orders = p_alive * orders_if_alive

        with exponent = r + x, scale = alpha + T, and odds = a / (b + x) in MBG/NBD, a / (b + x - 1) in BG/NBD
        (there 0 where x = 0).
        """
        orders, end = observed_until(x, T)
        ahead = from_zero(horizon, "horizon")
        p = self.params
        return OrdersParts(
            p.r + orders, p.alpha + end, self._odds(orders), self._orders_if_alive(orders, end, ahead)
        )

    def expected_orders_new(self, horizon: float) -> float:
        """Repeat orders of a new client in the time `horizon` after the first order."""
        p, chance = self.params, self.first_chance
        z = np.array([from_zero(horizon, "horizon") / p.alpha])
        staying = p.b / (p.a + p.b) if chance else 1.0
        return staying * float(orders_if_alive(np.array([p.r]), z, p.a, np.array([p.b + chance]))[0])

    def discounted_residual_orders(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, rate: float) -> Floats:
        """Orders after T, each worth exp(-rate * time since T); rate above 0, continuous."""
        orders, last, end = histories(x, t_x, T)
        delta = above_zero(rate, "rate")
        (some_x, some_T), where = distinct(orders, end)
        p = self.params
        residual = residual_if_alive(some_x, p.alpha + some_T, p.r, p.a, p.b + self.first_chance, delta)
        return self._p_alive(orders, last, end) * residual[where]

    def _odds(self, orders: Floats) -> Floats:
        """Odds of having left right after the last order before the silence since then is considered."""
        earlier = orders + (self.first_chance - 1)
        could_leave = earlier >= 0
        return np.where(could_leave, self.params.a / np.where(could_leave, self.params.b + earlier, 1.0), 0.0)

    def _p_alive(self, orders: Floats, last: Floats, end: Floats) -> Floats:
        p = self.params
        odds = self._odds(orders)
        silence = np.log1p((end - last) / (p.alpha + last))
        alive = probability_alive(np.log(np.where(odds > 0, odds, 1.0)) + (p.r + orders) * silence)
        return np.where(odds > 0, alive, 1.0)

    def _orders_if_alive(self, orders: Floats, end: Floats, horizon: float) -> Floats:
        p = self.params
        return orders_if_alive(p.r + orders, horizon / (p.alpha + end), p.a, p.b + orders + self.first_chance)
