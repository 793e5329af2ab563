"""The integral of Pareto/NBD on distinct (x, t), without hypergeometric functions.

    G(t) = integral from t to infinity of (alpha + y)^-R (beta + y)^-(s + 1) dy,   R = r + x

Having left between t_x and T then weighs s * (G(t_x) - G(T)). A difference of two tails needs G on the
distinct pairs (x, t) only, some ten thousand instead of a million triples, and loses no digit that matters:
where the two are close, the client who is still here outweighs it.

y - t = c exp(u - exp(-u)) turns the integral into one over the whole line on which the trapezoidal rule
converges exponentially (Takahasi and Mori 1974); c is where the integrand has fallen by about e.
"""

from dataclasses import dataclass

import numpy as np

from vernost.engine.outlook.arrays import Flags, Floats

_STEP = 0.2
_FROM = -3.8
# Here y exceeds alpha and beta by so much that the integrand is a power, and the rest of the sum geometric.
_UNTIL = 64.0
_PRECISION = 1e-17
_ROUND = 8

# The pairs of parameters (r, alpha, s, beta) in the order in which second derivatives are kept.
PAIRS = tuple((i, j) for i in range(4) for j in range(i, 4))


@dataclass(frozen=True)
class Tail:
    """log G for each row; slopes of log G by (r, alpha, s, beta); second derivatives of G over G."""

    log: Floats
    slopes: Floats
    bends: Floats


def log_tail(R: Floats, t: Floats, alpha: float, s: float, beta: float) -> Floats:
    """log G for rows of (R, t)."""
    moments = _moments(R, t, alpha, s, beta, slopes=False)
    log_integral: Floats = np.log(moments[0])
    return log_integral + _log_start(R, t, alpha, s, beta)


def tail_with_slopes(R: Floats, t: Floats, alpha: float, s: float, beta: float) -> Tail:
    """log G and its derivatives by the natural (not log) parameters."""
    moments = _moments(R, t, alpha, s, beta, slopes=True)
    mean = moments[1:] / moments[0]
    # Nodes see logs and shares relative to their value at t; put that value back.
    log_a, log_b = np.log(alpha + t), np.log(beta + t)
    slopes = np.empty((4, len(t)))
    slopes[0] = -(mean[0] + log_a)
    slopes[1] = -R * mean[1]
    slopes[2] = -(mean[2] + log_b)
    slopes[3] = -(s + 1) * mean[3]
    bends = np.empty((len(PAIRS), len(t)))
    bends[0] = mean[4] + 2 * log_a * mean[0] + log_a**2
    bends[1] = R * (mean[5] + log_a * mean[1]) - mean[1]
    bends[2] = mean[6] + log_b * mean[0] + log_a * mean[2] + log_a * log_b
    bends[3] = (s + 1) * (mean[7] + log_a * mean[3])
    bends[4] = R * (R + 1) * mean[8]
    bends[5] = R * (mean[9] + log_b * mean[1])
    bends[6] = R * (s + 1) * mean[10]
    bends[7] = mean[11] + 2 * log_b * mean[2] + log_b**2
    bends[8] = (s + 1) * (mean[12] + log_b * mean[3]) - mean[3]
    bends[9] = (s + 1) * (s + 2) * mean[13]
    return Tail(np.log(moments[0]) + _log_start(R, t, alpha, s, beta), slopes, bends)


def _log_start(R: Floats, t: Floats, alpha: float, s: float, beta: float) -> Floats:
    """log of the integrand at t."""
    return -R * np.log(alpha + t) - (s + 1) * np.log(beta + t)


def _moments(R: Floats, t: Floats, alpha: float, s: float, beta: float, *, slopes: bool) -> Floats:
    """Integral over the integrand at t, and, if asked, of it times products of logs and inverses."""
    result = np.zeros((15 if slopes else 1, len(t)))
    rows = np.arange(len(t))
    from_alpha, from_beta = alpha + t, beta + t
    scale = 1 / (R / from_alpha + (s + 1) / from_beta)
    shape = R
    total = np.zeros_like(result)
    u = _FROM
    while len(rows) and u < _UNTIL:
        for _ in range(_ROUND):
            reach = np.exp(u - np.exp(-u)) * scale
            log_a, log_b = np.log1p(reach / from_alpha), np.log1p(reach / from_beta)
            term = np.exp(-shape * log_a - (s + 1) * log_b) * (reach * (_STEP * (1 + np.exp(-u))))
            total[0] += term
            if slopes:
                _add_slopes(total, term, log_a, log_b, 1 / (from_alpha + reach), 1 / (from_beta + reach))
            u += _STEP
        go_on: Flags = (term > _PRECISION * total[0]) | (u < 0)
        if not go_on.all():
            result[:, rows] = total
            rows, shape, total, scale = rows[go_on], shape[go_on], total[:, go_on], scale[go_on]
            from_alpha, from_beta = from_alpha[go_on], from_beta[go_on]
            term, log_a, log_b = term[go_on], log_a[go_on], log_b[go_on]
    if len(rows):
        _add_rest(total, term, log_a, log_b, shape + s)
        result[:, rows] = total
    return result


def _add_slopes(
    total: Floats, term: Floats, log_a: Floats, log_b: Floats, over_a: Floats, over_b: Floats
) -> None:
    """Add one node to rows 1 to 14: the four logs and inverses, then their ten products."""
    factors = (log_a, over_a, log_b, over_b)
    at = 5
    for i, factor in enumerate(factors):
        part = term * factor
        total[1 + i] += part
        for other in factors[i:]:
            total[at] += part * other
            at += 1


def _add_rest(total: Floats, term: Floats, log_a: Floats, log_b: Floats, decay: Floats) -> None:
    """Add all nodes beyond the last: each is exp(-decay * step) of the one before, each log a step longer."""
    ratio, less = np.exp(-decay * _STEP), -np.expm1(-decay * _STEP)
    once = term * ratio / less
    total[0] += once
    if len(total) == 1:
        return
    first, second = _STEP * once / less, _STEP**2 * once * (1 + ratio) / less**2
    total[1] += log_a * once + first
    total[3] += log_b * once + first
    total[5] += log_a**2 * once + 2 * log_a * first + second
    total[7] += log_a * log_b * once + (log_a + log_b) * first + second
    total[12] += log_b**2 * once + 2 * log_b * first + second
