"""Discounted orders of a client who is alive, for BG/NBD and MBG/NBD.

A client of rate lambda who leaves after an order with probability p places lambda exp(-lambda p u) du orders
at time u from now, worth exp(-delta u) each: together lambda / (delta + lambda p). Its mean over
p ~ Beta(a, b) and lambda ~ Gamma(R, alpha + T) is taken by trapezoidal rules in the log odds of p and in
log lambda. For one x the mean over p is needed at the nodes of lambda only, so a thousand values of T cost
little more than one.
"""

import numpy as np
from scipy.special import gammaln

from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.beta_mean import beta_mean

_DEPTH = 40.0


def residual_if_alive(x: Floats, scale: Floats, r: float, a: float, b: float, rate: float) -> Floats:
    """For arrays x and scale = alpha + T of one length; b is the second parameter of p for x = 0."""
    result = np.empty_like(x)
    if not len(x):
        return result
    order = np.argsort(x, kind="stable")
    values, starts = np.unique(x[order], return_index=True)
    for value, rows in zip(values, np.split(order, starts[1:]), strict=True):
        result[rows] = _for_one_count(r + float(value), scale[rows], a, b + float(value), rate)
    return result


def _for_one_count(R: float, scale: Floats, a: float, b: float, rate: float) -> Floats:
    """The same for rows with one x: R = r + x."""
    # A small lambda is worth lambda / rate, so the integrand falls to the left as lambda^(R + 1).
    shape = R + 1
    spread = float(np.sqrt(1 / shape))
    reach = np.sqrt(2 * _DEPTH) * spread
    low = np.log(shape / scale.max()) - reach - _DEPTH / shape
    high = np.log((shape + _DEPTH + np.sqrt(2 * _DEPTH * shape)) / scale.min())
    step = min(0.25, spread / 3)
    logs = np.arange(low, high + step, step)
    ratio = rate / np.exp(logs)

    def discounted(p: Floats) -> Floats:
        return 1 / (ratio[:, None] + p)

    worth = beta_mean(discounted, 1 / ratio, 1 / (ratio + 1), a, b, min(1.0, float(ratio.min())))
    exponent = (
        R * (logs[None, :] + np.log(scale)[:, None]) - np.exp(logs)[None, :] * scale[:, None] - gammaln(R)
    )
    return step * np.exp(exponent) @ worth
