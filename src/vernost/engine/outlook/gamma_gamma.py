"""Gamma-Gamma (Colombo and Jiang 1999; Fader and Hardie 2013): what an order of a client is worth."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaincinv

from vernost.engine.outlook.arrays import Floats, from_zero, spends
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.evidence import FEWEST_REPEATERS
from vernost.engine.outlook.fitting import assess_fit, maximise
from vernost.engine.outlook.gamma_gamma_likelihood import Spends, log_likelihood
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.quality import NOT_ENOUGH_DATA, SPEND_MEAN_NOT_FINITE, Fitted, Quality

PRIOR = Prior(
    # Log of: shape of orders; shape of clients; typical spend over the geometric mean of the data.
    combinations=((1, 0, 0), (0, 1, 0), (1, -1, 1)),
    centre=(float(np.log(3.0)), float(np.log(3.0)), 0.0),
    spread=(1.5, 1.0, 1.5),
)

# Below q = 1 the mean of all clients is infinite, just above it it is no use: the median is taken instead.
_SMALLEST_Q_FOR_MEAN = 1.25
_SMALLEST_Q = 0.25


@dataclass(frozen=True)
class GammaGammaParams:
    """Spend of an order ~ Gamma(p, nu), nu of a client ~ Gamma(q, gamma); gamma in units of money."""

    p: float
    q: float
    gamma: float


@dataclass(frozen=True)
class GammaGamma(Fitted):
    """x counts the orders whose mean spend is m: repeat orders in Fader and Hardie, or all of them."""

    params: GammaGammaParams
    quality: Quality | None = None

    @classmethod
    def fit(cls, x: ArrayLike, m: ArrayLike, weights: ArrayLike | None = None, penalty: float = 1.0) -> Self:
        """Fit to clients with x orders of mean spend m > 0; rows with x = 0 say nothing (their m may be NaN).

        weights: how many clients a row stands for. penalty: strength of a prior that does not know the
        currency. Raises OutlookInputError for what is no spend.
        """
        strength = from_zero(penalty, "penalty")
        seen = Spends.read(x, m, weights)
        found = maximise(log_likelihood, seen, len(seen.x), PRIOR, strength)
        p, q, gamma = (float(value) for value in np.exp(found.point))
        codes = (
            (NOT_ENOUGH_DATA, seen.observations < FEWEST_REPEATERS),
            (SPEND_MEAN_NOT_FINITE, q < _SMALLEST_Q_FOR_MEAN),
        )
        warnings = tuple(code for code, holds in codes if holds)
        value = log_likelihood(found.point, seen)[0]
        offset = -seen.observations * float(np.log(seen.unit))
        quality = assess_fit(found, value, offset, max(seen.observations, 1.0), strength, warnings)
        return cls(GammaGammaParams(p, q, gamma * seen.unit), quality)

    def expected_spend(self, x: ArrayLike, m: ArrayLike) -> Floats:
        """Mean spend of a future order: p (gamma + x m) / (p x + q - 1), for x = 0 that of a client unknown.

        With q < 1.25 (code spend_mean_not_finite) the median of the client's mean spend given his
        history takes the place of its mean, for all clients alike: it is always finite and above zero.
        """
        orders, mean = spends(x, m)
        p = self.params
        money = p.p * (p.gamma + np.where(orders > 0, orders * mean, 0.0))
        if p.q >= _SMALLEST_Q_FOR_MEAN:
            return money / (p.p * orders + p.q - 1)
        if not len(orders):
            return money
        (count,), where = distinct(orders)
        return money / gammaincinv(p.p * count + max(p.q, _SMALLEST_Q), 0.5)[where]
