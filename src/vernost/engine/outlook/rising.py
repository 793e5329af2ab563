"""Logarithm of the rising factorial (base)_n = Gamma(base + n) / Gamma(base) for whole n, and its slopes."""

import numpy as np
from scipy.special import digamma, gammaln, polygamma

from vernost.engine.outlook.arrays import Floats

# Sums of so many terms are quick and keep all digits; the Gamma functions of a large base cancel.
_LONGEST_SUM = 2**14


def rising(base: float, n: Floats) -> tuple[Floats, Floats, Floats]:
    """For whole n >= 0: log (base)_n, its first and its second derivative by base."""
    longest = int(n.max())
    if longest > _LONGEST_SUM:
        end = base + n
        slope = digamma(end) - digamma(base)
        return gammaln(end) - gammaln(base), slope, polygamma(1, end) - polygamma(1, base)
    factors = base + np.arange(longest)
    at = n.astype(np.intp)
    inverse = 1 / factors
    return _sums(np.log(factors))[at], _sums(inverse)[at], -_sums(inverse**2)[at]


def _sums(terms: Floats) -> Floats:
    """Sums of the first 0, 1, 2, … terms."""
    sums = np.zeros(len(terms) + 1)
    np.cumsum(terms, out=sums[1:])
    return sums
