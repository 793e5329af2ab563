"""Whether the data say enough: codes that keep a number from being read as knowledge."""

import numpy as np

from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.quality import DROPOUT_NOT_IDENTIFIED, NOT_ENOUGH_DATA
from vernost.engine.outlook.sufficient import Histories

# Fewer clients who came back than this: the prior speaks louder than the data.
FEWEST_REPEATERS = 10
# 5 % point of the likelihood ratio when the tested parameter lies on the edge: half of chi-squared(1).
_RATIO = 2.706


def not_enough(seen: Histories) -> tuple[str, ...]:
    """The code if fewer than ten clients bought twice."""
    return (NOT_ENOUGH_DATA,) if seen.repeaters < FEWEST_REPEATERS else ()


def dropout_not_identified(log_likelihood: float, log_likelihood_nobody_leaves: float) -> tuple[str, ...]:
    """The code if the model is not significantly better than the one in which nobody ever leaves.

    Both plain log-likelihoods of the same data. Then P(alive) is the prior's opinion, not the data's.
    """
    ratio = 2 * (log_likelihood - log_likelihood_nobody_leaves)
    return () if np.isfinite(ratio) and ratio > _RATIO else (DROPOUT_NOT_IDENTIFIED,)


def probability_alive(log_odds: Floats) -> Floats:
    """1 / (1 + exp(log_odds)), kept strictly inside (0, 1)."""
    smallest, largest = np.finfo(np.float64).tiny, 1 - np.finfo(np.float64).epsneg
    with np.errstate(over="ignore"):
        return np.clip(1 / (1 + np.exp(log_odds)), smallest, largest)
