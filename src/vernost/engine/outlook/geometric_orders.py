"""Expected orders of a client who is alive and leaves after an order with probability p ~ Beta(a, b).

With z = horizon / (alpha + T) and R = r + x the number of orders he would place if he stayed is negative
binomial, J ~ NB(R, y = z / (1 + z)). He places the (i + 1)-th if J > i and he stayed after each of the i
before:

    E = sum over i >= 0 of P(J > i) * (b)_i / (a + b)_i

This equals the published (a + b - 1) / (a - 1) * [1 - (1 + z)^-R * 2F1(R, b; a + b - 1; y)], whose factors
are singular at a = 1 and at a + b = 1; here every term is positive and nothing is singular anywhere.
"""

import numpy as np

from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.beta_mean import beta_mean

# Beyond so many terms, or where (1 + z)^-R underflows, the integral over p is the shorter way.
_MOST_TERMS = 5_000
_LEAST_LOG = -600.0
_PRECISION = 1e-17
_ROUND = 16


def orders_if_alive(R: Floats, z: Floats, a: float, b: Floats) -> Floats:
    """E for arrays of one length; b is the second parameter after the chances already survived."""
    expected = np.zeros_like(R)
    terms = R * z + 12 * np.sqrt(R * z * (1 + z)) + 40 * (1 + z)
    short = (terms < _MOST_TERMS) & (-R * np.log1p(z) > _LEAST_LOG)
    ahead = z > 0
    rows = np.flatnonzero(short & ahead)
    expected[rows] = _series(R[rows], z[rows], a, b[rows])
    for row in np.flatnonzero(~short & ahead):
        expected[row] = _integral(float(R[row]), float(z[row]), a, float(b[row]))
    return expected


def _series(R: Floats, z: Floats, a: float, b: Floats) -> Floats:
    """The sum, term by term over all rows; rows drop out when the rest cannot change the last digit."""
    result = np.zeros_like(R)
    rows = np.arange(len(R))
    y = z / (1 + z)
    chance = np.exp(-R * np.log1p(z))
    tail = -np.expm1(-R * np.log1p(z))
    stayed = np.ones_like(R)
    total = np.zeros_like(R)
    i = 0
    while len(rows):
        for _ in range(_ROUND):
            total += tail * stayed
            chance *= y * ((R + i) / (i + 1))
            tail -= chance
            stayed *= (b + i) / (a + b + i)
            i += 1
        np.maximum(tail, 0.0, out=tail)
        ratio = y * (R + i) / (i + 1)
        falling = ratio < 1
        left = np.where(falling, chance * ratio / np.where(falling, 1 - ratio, 1.0) ** 2, np.inf)
        go_on = left > _PRECISION * total
        if not go_on.all():
            result[rows] = total
            rows, R, y, b = rows[go_on], R[go_on], y[go_on], b[go_on]
            chance, tail, stayed, total = chance[go_on], tail[go_on], stayed[go_on], total[go_on]
    return result


def _integral(R: float, z: float, a: float, b: float) -> float:
    """E over p of [1 - (1 + p z)^-R] / p."""

    def orders(p: Floats) -> Floats:
        return np.atleast_2d(-np.expm1(-R * np.log1p(p * z)) / p)

    at_one = np.array([-np.expm1(-R * np.log1p(z))])
    return float(beta_mean(orders, np.array([R * z]), at_one, a, b, min(1.0, 1 / (R * z)))[0])
