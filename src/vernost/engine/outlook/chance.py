"""The chance that a client orders within a horizon: the outlook, sharpened by the company's own experience.

A model of buying and leaving sees when a client bought, not for how much, and takes all clients for
one population. One horizon ago it can be held against what happened since: a logistic curve learns
how the log odds of the outlook are to be corrected by order sum, silence and number of orders. The
correction is pulled to none (the outlook as it is), so that a firm with few clients keeps the
outlook and a large one learns. The level of all chances together is half-way between the outlook's
and the one that would have been right last time: the first knows no seasons, the second takes the
last one for the next, and the mean of two forecasts with different faults errs less than either.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit

Floats = NDArray[np.float64]

#: clients of experience that the outlook as it is weighs
PENALTY = 10.0
#: part of the last horizon's surprise that is expected again
AGAIN = 0.5
#: a chance is held at least so far from 0 and from 1
TINY = 1e-9
_STEPS = 50
_MOST_SHIFTS = 100
_EXACT = 1e-14


def evidence(chance: ArrayLike, mean_order: ArrayLike, days_since_last: ArrayLike, x: ArrayLike) -> Floats:
    """What the correction looks at, a row per client: log odds of the outlook, and three logarithms.

    mean_order in any currency, above 0; days_since_last and x (orders after the first) from 0 on.
    """
    return np.column_stack(
        [
            logit(np.clip(np.asarray(chance, dtype=float), TINY, 1 - TINY)),
            np.log(np.maximum(np.asarray(mean_order, dtype=float), TINY)),
            np.log1p(np.asarray(days_since_last, dtype=float)),
            np.log1p(np.asarray(x, dtype=float)),
        ]
    )


@dataclass(frozen=True)
class Line:
    """Log odds = those of the outlook + constant + slopes · evidence."""

    constant: float
    slopes: Floats


@dataclass(frozen=True)
class Chance:
    """Log odds = those of the outlook + correction · (evidence − centre) ÷ spread, moved to the level.

    surprise: by how much, in log odds, the level of the outlook was wrong one horizon ago.
    """

    centre: Floats
    spread: Floats
    correction: Floats
    surprise: float

    @classmethod
    def fit(
        cls, seen: Floats, ordered: ArrayLike, weights: ArrayLike | None = None, penalty: float = PENALTY
    ) -> Self:
        """Learn from `evidence` of one horizon ago and whether each client has ordered since.

        weights: how many clients a row stands for. penalty: how many clients of experience the outlook
        weighs; without any experience it stays as it is.
        """
        happened, weight = np.asarray(ordered, dtype=float), _weights(seen, weights)
        if weight.sum() <= 0:
            width = seen.shape[1]
            return cls(np.zeros(width), np.ones(width), np.zeros(width), 0.0)
        centre = np.average(seen, axis=0, weights=weight)
        spread = np.sqrt(np.average((seen - centre) ** 2, axis=0, weights=weight))
        spread = np.where(spread > TINY, spread, 1.0)
        found = _newton((seen - centre) / spread, seen[:, 0], happened, weight, penalty)
        return cls(centre, spread, found[1:], float(found[0]))

    def predict(self, seen: Floats, weights: ArrayLike | None = None) -> Floats:
        """Chance per row of `evidence`; `weights` as in `fit`, they matter to the level only."""
        line = self.line(seen, weights)
        return np.asarray(expit(line.constant + seen[:, 0] + seen @ line.slopes))

    def line(self, seen: Floats, weights: ArrayLike | None = None) -> "Line":
        """What is to be added to the log odds of the outlook of these clients, or of a company they are a sample of."""
        slopes = self.correction / self.spread
        odds = seen[:, 0] + (seen - self.centre) @ slopes
        level = _shift(odds, seen[:, 0], _weights(seen, weights)) + AGAIN * self.surprise
        return Line(level - float(self.centre @ slopes), slopes)


def _weights(seen: Floats, weights: ArrayLike | None) -> Floats:
    return np.ones(len(seen)) if weights is None else np.asarray(weights, dtype=float)


def _shift(odds: Floats, outlook: Floats, weight: Floats) -> float:
    """What must be added to the odds so that as many orders are to be expected as the outlook says."""
    if weight.sum() <= 0:
        return 0.0
    level = float(weight @ expit(outlook))
    far = float(np.abs(odds - outlook).max()) + 1.0
    # Newton between bounds: the sum grows with what is added, and it lies between −far and far.
    low, high, by = -far, far, 0.0
    for _ in range(_MOST_SHIFTS):
        chance = expit(odds + by)
        over = float(weight @ chance) - level
        low, high = (low, by) if over > 0 else (by, high)
        slope = float(weight @ (chance * (1 - chance)))
        nearer = by - over / slope if slope > 0 else low
        if not low < nearer < high:
            nearer = (low + high) / 2
        if abs(nearer - by) <= _EXACT * (1 + abs(by)):
            return nearer
        by = nearer
    return by


def _newton(columns: Floats, offset: Floats, happened: Floats, weight: Floats, penalty: float) -> Floats:
    """Surprise and correction: a penalised logistic regression, in steps halved where they would do harm.

    The surprise is what the level lacks once the correction has kept it at the outlook's.
    """
    columns = np.column_stack([np.ones(len(columns)), columns])
    point = np.zeros(columns.shape[1])
    value = _loss(columns, offset, happened, weight, penalty, point)
    for _ in range(_STEPS):
        chance = expit(offset + columns @ point)
        slope = columns.T @ (weight * (chance - happened)) + penalty * point
        curve = (columns * (weight * chance * (1 - chance))[:, None]).T @ columns
        step = np.linalg.solve(curve + (penalty + TINY) * np.eye(len(point)), slope)
        size, better = 1.0, np.inf
        while size > TINY:
            better = _loss(columns, offset, happened, weight, penalty, point - size * step)
            if better <= value:
                break
            size /= 2
        if better > value:
            break
        point, gained, value = point - size * step, value - better, better
        if gained <= TINY * (1 + abs(value)):
            break
    corrected = offset + columns[:, 1:] @ point[1:]
    point[0] -= _shift(corrected, offset, weight)
    return point


def _loss(
    columns: Floats, offset: Floats, happened: Floats, weight: Floats, penalty: float, point: Floats
) -> float:
    odds = offset + columns @ point
    return float(weight @ (np.logaddexp(0.0, odds) - happened * odds) + penalty * (point @ point) / 2)
