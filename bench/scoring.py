"""Measures of how well a prediction or an alarm does; arrays in, numbers out."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression
from scipy.stats import rankdata

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def wilson(hits: int, trials: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a share, by default of 95 %."""
    if trials == 0:
        return 0.0, 1.0
    share, weight = hits / trials, z * z / trials
    middle = (share + weight / 2) / (1 + weight)
    half = z * np.sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))


def auc(score: Floats, happened: Bools) -> float:
    """Chance that one to whom it happened scores higher than one to whom it did not; ties count half."""
    yes = int(happened.sum())
    no = len(happened) - yes
    if yes == 0 or no == 0:
        return float("nan")
    ranks = rankdata(score)
    return float((ranks[happened].sum() - yes * (yes + 1) / 2) / (yes * no))


def lift(score: Floats, gained: Floats, part: float = 0.1) -> float:
    """Mean gain of the highest-scored part ÷ mean gain of all; tied scores share what they gain."""
    _, group, counts = np.unique(-score, return_inverse=True, return_counts=True)
    means = np.bincount(group, weights=gained) / counts
    room = max(1.0, part * len(score))
    taken = np.clip(room - (np.cumsum(counts) - counts), 0, counts)
    return float((taken * means).sum() / taken.sum() / gained.mean())


def calibration_error(probability: Floats, happened: Bools, bins: int = 10) -> float:
    """Expected calibration error: |predicted − observed| in bins of equal width, weighted by their size."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    size = np.bincount(place, minlength=bins)
    predicted = np.bincount(place, weights=probability, minlength=bins)
    observed = np.bincount(place, weights=happened, minlength=bins)
    return float(np.abs(predicted - observed)[size > 0].sum() / len(probability))


def calibrated(score: Floats, learnt_score: Floats, learnt_happened: Bools) -> Floats:
    """Probabilities for scores, by the isotonic curve through the outcomes of earlier scores."""
    values, group, counts = np.unique(learnt_score, return_inverse=True, return_counts=True)
    shares = np.bincount(group, weights=learnt_happened) / counts
    curve = isotonic_regression(shares, weights=counts.astype(float)).x
    return np.asarray(np.interp(score, values, curve))
