"""The penalty: a weak prior on logarithms of parameters that knows no unit of time or money."""

from dataclasses import dataclass

import numpy as np

from vernost.engine.outlook.arrays import Floats


@dataclass(frozen=True)
class Prior:
    """Independent normal priors on linear combinations of log parameters.

    combinations: one row a combination; centre, spread: mean and standard deviation of each. The log
    parameters are those of the scaled problem (time in mean observation periods, money in geometric mean
    orders), hence the same prior in days and weeks, roubles and euros.
    """

    combinations: tuple[tuple[float, ...], ...]
    centre: tuple[float, ...]
    spread: tuple[float, ...]

    def penalise(self, logs: Floats) -> tuple[float, Floats, Floats]:
        """Half the squared distance from the centre in spreads, its gradient and second derivatives."""
        rows = np.array(self.combinations) / np.array(self.spread)[:, None]
        distance = rows @ logs - np.array(self.centre) / np.array(self.spread)
        return 0.5 * float(distance @ distance), rows.T @ distance, rows.T @ rows

    def mode(self) -> Floats:
        """The most probable log parameters before any data are seen."""
        return np.linalg.solve(np.array(self.combinations), np.array(self.centre))
