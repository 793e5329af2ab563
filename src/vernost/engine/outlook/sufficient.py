"""Sufficient statistics of order histories: distinct (x, t_x, T) with weights."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from vernost.engine.outlook.arrays import Floats, Indices, histories, weights_or_ones
from vernost.engine.outlook.distinct import distinct
from vernost.engine.outlook.errors import NoObservations
from vernost.engine.outlook.pairs import Pairs
from vernost.engine.outlook.sums import dot

# A company that opened this moment has no scale of time.
_SHORTEST = 1e-30


@dataclass(frozen=True)
class Histories:
    """Distinct histories, times divided by `unit`, so that a fit knows neither days nor weeks.

    x: repeat orders; t_x: time of the last one; T: end of observation; both counted from the
    first order, t_x = 0 where x = 0. weight: how many clients. `x_values[x_index]` is x: what
    depends on x alone is computed once per value of x.
    """

    x: Floats
    t_x: Floats
    T: Floats
    weight: Floats
    x_values: Floats
    x_index: Indices
    x_weight: Floats
    unit: float

    @classmethod
    def of(cls, x: Floats, t_x: Floats, T: Floats, weight: Floats, unit: float) -> Self:
        """From rows that are distinct already, in the order in which they shall be summed."""
        (x_values,), x_index = distinct(x)
        x_weight = np.bincount(x_index, weights=weight, minlength=len(x_values))
        return cls(x, t_x, T, weight, x_values, x_index, x_weight, unit)

    @classmethod
    def read(cls, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, weights: ArrayLike | None) -> Self:
        """Check the rows, count equal ones together and choose the unit of time: the mean of T."""
        orders, last, end = histories(x, t_x, T)
        weight = weights_or_ones(weights, len(orders))
        if weights is not None:
            counted = weight > 0
            orders, last, end, weight = orders[counted], last[counted], end[counted], weight[counted]
        if not len(orders):
            raise NoObservations("no_observations", "x")
        (orders, last, end), inverse = distinct(orders, last, end)
        weight = np.bincount(inverse, weights=weight, minlength=len(orders))
        mean = dot(weight, end) / float(weight.sum())
        unit = mean if mean > _SHORTEST else 1.0
        return cls.of(orders, last / unit, end / unit, weight, unit)

    @property
    def observations(self) -> float:
        return float(self.weight.sum())

    @property
    def orders(self) -> float:
        """Repeat orders of all clients together."""
        return dot(self.x_weight, self.x_values)

    @property
    def repeaters(self) -> float:
        """Clients with at least one repeat order."""
        return float(self.x_weight[self.x_values > 0].sum())

    @cached_property
    def pairs(self) -> Pairs:
        """Distinct (x, t_x) and (x, T), on which Pareto/NBD computes."""
        return Pairs.of(self.x, self.t_x, self.T)

    def sample(self, size: int) -> Self:
        """Every n-th distinct history (sorted, so it is a stratified sample), always the same."""
        stride = -(-len(self.x) // size)
        chosen = slice(stride // 2, None, stride)
        return self.of(self.x[chosen], self.t_x[chosen], self.T[chosen], self.weight[chosen], self.unit)
