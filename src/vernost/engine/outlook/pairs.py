"""Distinct (x, t), where t is the last order or the end of observation."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from vernost.engine.outlook.arrays import Floats, Indices
from vernost.engine.outlook.distinct import distinct


@dataclass(frozen=True)
class Pairs:
    """History i has its last order at pair last[i] and its end at pair end[i]."""

    x: Floats
    t: Floats
    last: Indices
    end: Indices

    @classmethod
    def of(cls, x: Floats, t_x: Floats, T: Floats) -> Self:
        (orders, time), where = distinct(np.concatenate([x, x]), np.concatenate([t_x, T]))
        return cls(orders, time, where[: len(x)], where[len(x) :])
