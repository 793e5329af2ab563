"""Where two answers differ: everything exactly, floats to one part in 10⁹."""

import math
from collections.abc import Iterator
from typing import Any

import pyarrow as pa


def differing(one: Any, other: Any, where: str = "") -> Iterator[str]:
    """A line for each place at which two plain answers differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        if list(one) != list(other):
            yield f"{where}: {list(one)} | {list(other)}"
        for key in one.keys() & other.keys():
            yield from differing(one[key], other[key], f"{where}.{key}")
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        if len(one) != len(other):
            yield f"{where}: {len(one)} rows | {len(other)} rows"
        for place, pair in enumerate(zip(one, other, strict=False)):
            yield from differing(*pair, f"{where}[{place}]")
    elif isinstance(one, float) and isinstance(other, float):
        if not (math.isclose(one, other, rel_tol=1e-9) or (math.isnan(one) and math.isnan(other))):
            yield f"{where}: {one!r} | {other!r}"
    elif type(one) is not type(other) or one != other:
        yield f"{where}: {one!r} | {other!r}"


def differing_rows(one: pa.Table, other: pa.Table, *keys: str) -> list[str]:
    """The same for tables whose rows come in any order; columns must have the same names, places and types."""
    if one.schema.names != other.schema.names or one.schema.types != other.schema.types:
        return [f"{one.schema} | {other.schema}"]
    order = [(key, "ascending") for key in keys]
    one, other = one.sort_by(order), other.sort_by(order)
    return [
        line
        for name in one.column_names
        for line in differing(one[name].to_pylist(), other[name].to_pylist(), name)
    ]
