"""Checking of input arrays: every number finite, in range, and of one length."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vernost.engine.outlook.errors import (
    IllegalHistory,
    IllegalSetting,
    IllegalSpend,
    LengthMismatch,
    NotANumber,
    OutlookInputError,
)

type Floats = NDArray[np.float64]
type Indices = NDArray[np.intp]
type Flags = NDArray[np.bool_]


def _refuse(error: type[OutlookInputError], code: str, field: str, values: Floats, bad: Flags) -> None:
    """Raise `error` for the first row where `bad` holds, if there is one."""
    if bad.any():
        row = int(np.argmax(bad))
        raise error(code, field, row, float(values[row]))


def column(values: ArrayLike, field: str, *, missing_allowed: bool = False) -> Floats:
    """A one-dimensional float64 array; raises `NotANumber` naming the row of the first NaN or infinity."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as cause:
        raise NotANumber("not_a_number", field) from cause
    if array.ndim != 1:
        raise LengthMismatch("not_one_dimensional", field, None, array.shape)
    bad = np.isinf(array) if missing_allowed else ~np.isfinite(array)
    _refuse(NotANumber, "not_finite", field, array, bad)
    return array


def same_length(**columns: Floats) -> None:
    """Raise `LengthMismatch` naming the first column that differs from the first one given."""
    sizes = {field: len(values) for field, values in columns.items()}
    expected = next(iter(sizes.values()))
    for field, size in sizes.items():
        if size != expected:
            raise LengthMismatch("length_mismatch", field, min(size, expected), size)


def counts(x: ArrayLike) -> Floats:
    """Repeat orders: whole numbers from 0 on."""
    array = column(x, "x")
    _refuse(IllegalHistory, "negative", "x", array, array < 0)
    _refuse(IllegalHistory, "not_whole", "x", array, array != np.floor(array))
    return array


def observed_until(x: ArrayLike, T: ArrayLike) -> tuple[Floats, Floats]:
    """(x, T) of clients, both checked."""
    orders, end = counts(x), column(T, "T")
    same_length(x=orders, T=end)
    _refuse(IllegalHistory, "negative", "T", end, end < 0)
    return orders, end


def histories(x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """(x, t_x, T) of clients: 0 <= t_x <= T, and t_x = 0 where x = 0."""
    orders, end = observed_until(x, T)
    last = column(t_x, "t_x")
    same_length(x=orders, t_x=last)
    _refuse(IllegalHistory, "negative", "t_x", last, last < 0)
    _refuse(IllegalHistory, "after_T", "t_x", last, last > end)
    _refuse(IllegalHistory, "not_zero_without_repeat_order", "t_x", last, (orders == 0) & (last > 0))
    return orders, last, end


def spends(x: ArrayLike, m: ArrayLike) -> tuple[Floats, Floats]:
    """(x, m): mean spend m above zero where x > 0, not looked at (NaN allowed) where x = 0."""
    orders, mean = counts(x), column(m, "m", missing_allowed=True)
    same_length(x=orders, m=mean)
    bought = orders > 0
    _refuse(NotANumber, "not_finite", "m", mean, bought & np.isnan(mean))
    _refuse(IllegalSpend, "not_above_zero", "m", mean, bought & ~(mean > 0))
    return orders, mean


def weights_or_ones(weights: ArrayLike | None, size: int) -> Floats:
    """Weights from 0 on; a row of weight 3 counts as three rows."""
    if weights is None:
        return np.ones(size)
    array = column(weights, "weights")
    same_length(x=np.empty(size), weights=array)
    _refuse(IllegalSetting, "negative", "weights", array, array < 0)
    return array


def from_zero(value: float, field: str) -> float:
    """A finite number >= 0."""
    return _setting(value, field, zero_allowed=True)


def above_zero(value: float, field: str) -> float:
    """A finite number > 0."""
    return _setting(value, field, zero_allowed=False)


def _setting(value: float, field: str, *, zero_allowed: bool) -> float:
    number = float(value)
    if not np.isfinite(number) or number < 0 or (number == 0 and not zero_allowed):
        raise IllegalSetting("out_of_range", field, None, number)
    return number
