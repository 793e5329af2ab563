"""What each client brought between any two days, by one search in a sorted array."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

type Ints = npt.NDArray[np.int64]
type Floats = npt.NDArray[np.float64]

_SPAN = 1_000_000
_EPOCH = date(1970, 1, 1)


class Ledger:
    """`clients` are the numbers of those who ordered, rising; other arrays follow their order."""

    def __init__(self, orders: pa.Table, rates: Mapping[str, float]) -> None:
        if "status" in orders.column_names:
            status = pc.fill_null(orders.column("status"), "done")
            orders = orders.filter(pc.not_equal(status, "cancelled"))
        number = _array(orders.column("client_id"), np.int64)
        day = _array(orders.column("ordered_on").cast(pa.int32()), np.int64) + _SPAN // 2
        amount = _array(orders.column("amount").cast(pa.float64()), np.float64)
        if rates and "currency" in orders.column_names:
            found = orders.column("currency").to_pylist()
            amount = amount * np.array([rates.get(one, 1.0) for one in found])
        self.clients, place = np.unique(number, return_inverse=True)
        key = place * _SPAN + day
        order = np.argsort(key, kind="stable")
        self._key = key[order]
        self._sum = np.concatenate([[0.0], np.cumsum(amount[order])])
        self._bought = np.concatenate([[0], np.cumsum(amount[order] > 0)])

    def brought(self, after: int, until: int, some: Ints | None = None) -> Floats:
        """Income less returns after the day `after` up to `until`, of all clients or of those at the places `some`."""
        first, last = self._places(after, some), self._places(until, some)
        return np.asarray(self._sum[last] - self._sum[first])

    def bought(self, after: int, until: int) -> Ints:
        """How many orders they gave."""
        first, last = self._places(after, None), self._places(until, None)
        return np.asarray(self._bought[last] - self._bought[first])

    def _places(self, day: int, some: Ints | None) -> Ints:
        rows = np.arange(len(self.clients)) if some is None else some
        return np.searchsorted(self._key, rows * _SPAN + day + _SPAN // 2, side="right")


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def _array(column: pa.ChunkedArray, kind: Any) -> Any:
    return column.to_numpy().astype(kind)
