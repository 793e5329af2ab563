"""The fit that all models of buying and leaving share: histories in, four parameters and the quality of the fit out."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from vernost.engine.outlook.arrays import Floats, from_zero
from vernost.engine.outlook.evidence import dropout_not_identified, not_enough
from vernost.engine.outlook.fitting import assess_fit, maximise
from vernost.engine.outlook.nbd import nobody_leaves
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.quality import Quality
from vernost.engine.outlook.sufficient import Histories


def fit_orders(
    likelihood: Callable[[Floats, Histories], tuple[float, Floats, Floats]],
    prior: Prior,
    histories: tuple[ArrayLike, ArrayLike, ArrayLike],
    weights: ArrayLike | None,
    penalty: float,
) -> tuple[list[float], float, Quality]:
    """Parameters with times counted in the unit that follows them, that unit in the caller's time, and the quality.

    histories: x, t_x, T. Raises OutlookInputError for what is no history.
    """
    strength = from_zero(penalty, "penalty")
    seen = Histories.read(*histories, weights)
    found = maximise(likelihood, seen, len(seen.x), prior, strength)
    value = likelihood(found.point, seen)[0]
    codes = not_enough(seen) + dropout_not_identified(value, nobody_leaves(seen))
    offset = -seen.orders * float(np.log(seen.unit))
    quality = assess_fit(found, value, offset, seen.observations, strength, codes)
    return [float(value) for value in np.exp(found.point)], seen.unit, quality
