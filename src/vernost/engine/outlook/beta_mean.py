"""Mean of a smooth function of p ~ Beta(a, b), also where a or b is tiny or huge."""

from collections.abc import Callable

import numpy as np
from scipy.special import betaln

from vernost.engine.outlook.arrays import Floats

# exp(-45) is what the cut tails may weigh.
_DEPTH = 45.0
# So many values of the functions at a time: where p is known sharply and the functions are many, all at once would not
# fit into memory.
_AT_ONCE = 4_000_000
# Below this exponent the density is so steep at its end that the value there is taken out of the mean.
_STEEP = 0.5


def beta_mean(
    function: Callable[[Floats], Floats], at_zero: Floats, at_one: Floats, a: float, b: float, feature: float
) -> Floats:
    """E[function(p)] for several functions at once.

    function: p (n) -> values (m, n), smooth on the scale of log p and log(1 - p); at_zero, at_one: its values
    (m) at p = 0 and 1; feature: the smallest p at which one of the functions begins to bend.
    Trapezoidal rule in the log odds of p, which converges exponentially.
    """
    zero = at_zero if a < _STEEP else np.zeros_like(at_zero)
    one = at_one if b < _STEEP else np.zeros_like(at_one)
    left, right = a + (a < _STEEP), b + (b < _STEEP)
    spread = np.sqrt(1 / left + 1 / right)
    peak = np.log(left / right)
    low = min(peak, float(np.log(feature))) - _DEPTH / left - np.sqrt(2 * _DEPTH) * spread
    high = peak + _DEPTH / right + np.sqrt(2 * _DEPTH) * spread
    step = min(0.125, float(spread) / 4)
    odds = np.arange(low, high + step, step)
    log_p, log_q = -np.logaddexp(0.0, -odds), -np.logaddexp(0.0, odds)
    p, q = np.exp(log_p), np.exp(log_q)
    weight = step * np.exp(a * log_p + b * log_q - betaln(a, b))
    if a >= _STEEP and b >= _STEEP:
        # Nothing is cut off: the sum is 1 but for the rounding of betaln, which large a and b make visible.
        weight /= weight.sum()
    mean = zero * (b / (a + b)) + one * (a / (a + b))
    width = max(1, _AT_ONCE // len(zero))
    for start in range(0, len(p), width):
        some = slice(start, start + width)
        mean += (function(p[some]) - zero[:, None] * q[some] - one[:, None] * p[some]) @ weight[some]
    return mean
