"""Distinct rows of several columns, fast when the values are whole numbers (days, counts)."""

import numpy as np
from numpy.typing import NDArray

from vernost.engine.outlook.arrays import Floats, Indices

_WIDEST_CODE = 2**62
_LARGEST_WHOLE = 2.0**52


def distinct(*columns: Floats) -> tuple[list[Floats], Indices]:
    """Distinct rows in lexical order, and for every input row the index of its distinct row.

    The order depends on the values only, so sums over the distinct rows are the same, bit by
    bit, whatever the order of the input.
    """
    if not len(columns[0]):
        return list(columns), np.empty(0, dtype=np.intp)
    code, size = _code(columns[0])
    for values in columns[1:]:
        next_code, next_size = _code(values)
        if size > _WIDEST_CODE // next_size:
            found, inverse = np.unique(code, return_inverse=True)
            code, size = inverse.astype(np.int64), len(found)
        code = code * next_size + next_code
        size *= next_size
    inverse, found_count = _rank(code, size)
    example = np.empty(found_count, dtype=np.intp)
    example[inverse] = np.arange(len(code), dtype=np.intp)
    return [values[example] for values in columns], inverse


def _code(values: Floats) -> tuple[NDArray[np.int64], int]:
    """A whole number per value that keeps their order, and the number of possible codes."""
    low, high = values.min(), values.max()
    if low > -_LARGEST_WHOLE and high < _LARGEST_WHOLE:
        whole = values.astype(np.int64)
        if np.array_equal(whole, values):
            return whole - int(low), int(high) - int(low) + 1
    found, inverse = np.unique(values, return_inverse=True)
    return inverse.astype(np.int64), len(found)


def _rank(code: NDArray[np.int64], size: int) -> tuple[Indices, int]:
    """The rank of every code among those that occur, and how many occur."""
    if size > max(2**20, 32 * len(code)):
        found, inverse = np.unique(code, return_inverse=True)
        return inverse, len(found)
    # A table of all possible codes costs one pass; sorting would cost twenty.
    occurs = np.zeros(size, dtype=np.bool_)
    occurs[code] = True
    present = np.flatnonzero(occurs)
    rank = np.empty(size, dtype=np.int32 if size < 2**31 else np.int64)
    rank[present] = np.arange(len(present))
    return rank[code].astype(np.intp), len(present)
