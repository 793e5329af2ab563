"""Minimum of a smooth function of a few variables in a box: Newton with exact second derivatives."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from vernost.engine.outlook.arrays import Flags, Floats

type Evaluate = Callable[[Floats], tuple[float, Floats, Floats]]

_LONGEST_STEP = 2.0
_SMALLEST_CURVATURE = 1e-12
_HALVINGS = 40
_ROUNDING = 1e-15


@dataclass(frozen=True)
class Minimum:
    """Where the search ended. `at_bound` tells which variables lie on the wall of the box."""

    point: Floats
    value: float
    gradient: Floats
    at_bound: Flags
    iterations: int
    converged: bool


def minimise(
    evaluate: Evaluate, start: Floats, low: float, high: float, tolerance: float, limit: int = 200
) -> Minimum:
    """Search from `start` inside [low, high] in every variable.

    `evaluate` returns value, gradient and matrix of second derivatives. The search has converged when a
    full Newton step would lower the value by less than `tolerance`; that last step is still tried.
    """
    point = np.clip(start, low, high)
    value, gradient, curvature = evaluate(point)
    converged = False
    iterations = 0
    while iterations < limit and not converged:
        iterations += 1
        step = _step(point, gradient, curvature, low, high)
        gain = -0.5 * float(gradient @ step)
        converged = gain <= tolerance
        moved = _search(evaluate, point, value, gradient, step, low, high)
        if moved is None:
            # Rounding hides what is left to gain: as good as it gets in double precision.
            converged = converged or gain <= max(1e4 * tolerance, 1e-13 * abs(value))
            break
        point, value, gradient, curvature = moved
    at_bound = (point <= low) | (point >= high)
    return Minimum(point, value, gradient, at_bound, iterations, converged)


def _step(point: Floats, gradient: Floats, curvature: Floats, low: float, high: float) -> Floats:
    """Newton's step in the variables not held by a wall; downhill also where the function is not convex."""
    held = ((point <= low) & (gradient > 0)) | ((point >= high) & (gradient < 0))
    free = np.flatnonzero(~held)
    step = np.zeros_like(point)
    if not len(free):
        return step
    values, vectors = np.linalg.eigh(curvature[np.ix_(free, free)])
    sizes = np.maximum(np.abs(values), _SMALLEST_CURVATURE * max(1.0, float(np.abs(values).max())))
    newton = -vectors @ ((vectors.T @ gradient[free]) / sizes)
    longest = float(np.abs(newton).max())
    step[free] = newton * min(1.0, _LONGEST_STEP / longest) if longest > 0 else newton
    return step


def _search(
    evaluate: Evaluate, point: Floats, value: float, gradient: Floats, step: Floats, low: float, high: float
) -> tuple[Floats, float, Floats, Floats] | None:
    """Halve the step until the value falls enough (Armijo); None if rounding hides any fall."""
    for halvings in range(_HALVINGS):
        candidate = np.clip(point + step * 0.5**halvings, low, high)
        found = evaluate(candidate)
        promised = float(gradient @ (candidate - point))
        if -promised < _ROUNDING * abs(value):
            return None
        enough = value + 1e-4 * promised
        if np.isfinite(found[0]) and found[0] <= enough:
            return (candidate, *found)
    return None
