"""The usual ways to tell who will buy: scores of clients, the higher the more likely to be active."""

import numpy as np
from scipy.stats import rankdata

from bench.backtest.histories import Known
from bench.scoring import Floats


def as_last_time(known: Known) -> Floats:
    """The next time will be as the last: occasions in the same length of time before the cut."""
    return known.occasions_before


def recency(known: Known) -> Floats:
    """Days since the last order, the fewer the better."""
    return -known.days_since_last


def rfm(known: Known) -> Floats:
    """Quintiles of recency, frequency and money, added up: 3–15."""
    return _quintile(-known.days_since_last) + _quintile(known.occasions) + _quintile(known.money)


def _quintile(values: Floats) -> Floats:
    """1–5 by rank; equal values are in the same fifth."""
    place = (rankdata(values, method="average") - 0.5) / len(values)
    return np.asarray(np.minimum(np.floor(place * 5) + 1, 5.0))


USUAL = {
    "as the same time before": as_last_time,
    "days since last order": recency,
    "RFM, sum of quintiles": rfm,
}
