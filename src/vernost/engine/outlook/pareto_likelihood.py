"""Likelihood of Pareto/NBD with gradient and second derivatives.

L = Gamma(R) alpha^r beta^s / Gamma(r) * [(alpha + T)^-R (beta + T)^-s + s (G(t_x) - G(T))],   R = r + x
"""

import numpy as np
from scipy.special import expit

from vernost.engine.outlook.arrays import Floats, Indices
from vernost.engine.outlook.pairs import Pairs
from vernost.engine.outlook.pareto_tail import PAIRS, Tail, tail_with_slopes
from vernost.engine.outlook.rising import rising
from vernost.engine.outlook.sufficient import Histories
from vernost.engine.outlook.sums import dot


def log_likelihood(logs: Floats, seen: Histories) -> tuple[float, Floats, Floats]:
    """Of scaled times by log (r, alpha, s, beta), with gradient and second derivatives."""
    natural = np.exp(logs)
    value, gradient, curvature = _natural(natural, seen, seen.pairs)
    by_log = natural * gradient
    by_logs: Floats = curvature * np.outer(natural, natural) + np.diag(by_log)
    return value, by_log, by_logs


def log_gone(s: float, tail: Floats, last: Indices, end: Indices) -> Floats:
    """log of s * (G(t_x) - G(T)); -inf where nothing lies between."""
    before, after = tail[last], tail[end]
    with np.errstate(divide="ignore"):
        between: Floats = np.log(-np.expm1(np.minimum(after - before, 0.0)))
    gone: Floats = np.log(s) + before + between
    return gone


def _natural(natural: Floats, seen: Histories, pairs: Pairs) -> tuple[float, Floats, Floats]:
    """Value and derivatives by (r, alpha, s, beta) themselves."""
    r, alpha, s, beta = (float(value) for value in natural)
    value, gradient, curvature = _by_count(r, alpha, s, beta, seen)
    R = r + seen.x
    log_a, log_b = np.log(alpha + seen.T), np.log(beta + seen.T)
    here = -R * log_a - s * log_b
    over_a, over_b = 1 / (alpha + seen.T), 1 / (beta + seen.T)
    here_slopes = (-log_a, -R * over_a, -log_b, -s * over_b)
    tail = tail_with_slopes(r + pairs.x, pairs.t, alpha, s, beta)
    log_odds = log_gone(s, tail.log, pairs.last, pairs.end) - here
    gone = expit(log_odds)
    stay_weight, gone_weight = seen.weight * expit(-log_odds), seen.weight * gone
    value += dot(seen.weight, here + np.logaddexp(0.0, log_odds))
    gone_slopes, share = _gone_slopes(s, tail, log_odds, pairs)
    for i in range(4):
        gradient[i] += dot(stay_weight, here_slopes[i]) + dot(gone_weight, gone_slopes[i])
    _add_curvature(curvature, seen.weight, stay_weight, gone_weight, here_slopes, gone_slopes)
    _add_tail_bends(curvature, s, tail, gone_weight * share, pairs)
    curvature[0, 1] -= dot(stay_weight, over_a)
    curvature[1, 1] += dot(stay_weight * R, over_a**2)
    curvature[2, 3] -= dot(stay_weight, over_b)
    curvature[3, 3] += s * dot(stay_weight, over_b**2)
    upper = np.triu(curvature)
    return value, gradient, upper + np.triu(upper, 1).T


def _by_count(r: float, alpha: float, s: float, beta: float, seen: Histories) -> tuple[float, Floats, Floats]:
    """The part that depends on x alone."""
    weight, total, orders = seen.x_weight, seen.observations, rising(r, seen.x_values)
    value = dot(weight, orders[0]) + total * (r * np.log(alpha) + s * np.log(beta))
    slope = dot(weight, orders[1])
    gradient = np.array(
        [slope + total * np.log(alpha), total * r / alpha, total * np.log(beta), total * s / beta]
    )
    curvature = np.zeros((4, 4))
    curvature[0, 0] = dot(weight, orders[2])
    curvature[0, 1], curvature[1, 1] = total / alpha, -total * r / alpha**2
    curvature[2, 3], curvature[3, 3] = total / beta, -total * s / beta**2
    return value, gradient, curvature


def _gone_slopes(s: float, tail: Tail, log_odds: Floats, pairs: Pairs) -> tuple[list[Floats], Floats]:
    """Slopes of log[s (G(t_x) - G(T))] for each history, and G(t_x) / (G(t_x) - G(T)).

    A history that ends with its last order cannot have been left: its slopes are 0 and weigh nothing.
    """
    possible = np.isfinite(log_odds)
    difference = np.where(possible, tail.log[pairs.end] - tail.log[pairs.last], -1.0)
    share = np.where(possible, -1 / np.expm1(difference), 0.0)
    slopes = [
        share * tail.slopes[i][pairs.last] - np.where(possible, share - 1, 0.0) * tail.slopes[i][pairs.end]
        for i in range(4)
    ]
    slopes[2] += 1 / s
    return slopes, share


def _add_curvature(
    curvature: Floats,
    weight: Floats,
    stay: Floats,
    gone: Floats,
    here_slopes: tuple[Floats, ...],
    gone_slopes: list[Floats],
) -> None:
    """Second derivatives of log(A + B) without those of A and B: p q d d' - d_B d_B' for the part gone."""
    both = stay * (gone / weight)
    for i, j in PAIRS:
        apart = (gone_slopes[i] - here_slopes[i]) * (gone_slopes[j] - here_slopes[j])
        curvature[i, j] += dot(both, apart) - dot(gone, gone_slopes[i] * gone_slopes[j])


def _add_tail_bends(curvature: Floats, s: float, tail: Tail, weight: Floats, pairs: Pairs) -> None:
    """Second derivatives of s * (G(t_x) - G(T)) over its value, gathered on the distinct pairs.

    weight: weight gone times G(t_x) / (G(t_x) - G(T)).
    """
    size = len(pairs.t)
    ratio = np.exp(np.minimum(tail.log[pairs.end] - tail.log[pairs.last], 0.0))
    mass = np.bincount(pairs.last, weight, size) - np.bincount(pairs.end, weight * ratio, size)
    for at, (i, j) in enumerate(PAIRS):
        curvature[i, j] += dot(mass, tail.bends[at])
    # s itself stands before the integral: (s G)_ij / (s G) has G_i / (s G) besides.
    for i in range(4):
        slope = dot(mass, tail.slopes[i]) / s
        curvature[min(i, 2), max(i, 2)] += slope * (2 if i == 2 else 1)
