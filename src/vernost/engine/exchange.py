"""Numbers between Arrow and numpy. pyarrow's own ways import pandas where it is installed, which takes longer than to
assess a small firm."""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_TYPES = {"int32": pa.int32(), "int64": pa.int64(), "float64": pa.float64()}


def numbers(rows: pa.Table, *columns: str) -> list[NDArray[Any]]:
    """The columns as numpy arrays of their own type; they must not hold empty values."""
    return [_array(rows.column(name).combine_chunks()) for name in columns]


def rows(**columns: NDArray[Any]) -> pa.Table:
    """An Arrow table of int32, int64 and float64 arrays of one length."""
    made = {}
    for name, values in columns.items():
        plain = np.ascontiguousarray(values)
        made[name] = pa.Array.from_buffers(_TYPES[plain.dtype.name], len(plain), [None, pa.py_buffer(plain)])
    return pa.Table.from_arrays(list(made.values()), names=list(made))


def _array(values: pa.Array | pa.ChunkedArray) -> NDArray[Any]:
    if isinstance(values, pa.ChunkedArray):
        values = pa.concat_arrays(values.chunks) if values.num_chunks else pa.nulls(0, values.type)
    if not len(values):
        return np.empty(0, values.type.to_pandas_dtype())
    return np.from_dlpack(values)
