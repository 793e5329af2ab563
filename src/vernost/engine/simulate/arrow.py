"""Arrays of numbers to Arrow columns: whole days to dates, cents to exact money, client numbers to ids."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vernost.engine.simulate.cell import Bools, Cell, Floats, Ints

MONEY = pa.decimal128(18, 2)
_EPOCH = date(1970, 1, 1)


def dates(cell: Cell, days: Floats | Ints, known: Bools | None = None) -> pa.Array:
    """Days since the start, fractions cut off; empty where not `known`."""
    offset = (cell.start - _EPOCH).days
    values = np.floor(days).astype(np.int32) + np.int32(offset)
    return pa.array(values, type=pa.int32(), mask=None if known is None else ~known).cast(pa.date32())


def money(cents: Ints, known: Bools | None = None) -> pa.Array:
    """Whole cents to exact decimals with two places."""
    words = np.empty((len(cents), 2), dtype=np.int64)
    words[:, 0] = cents
    words[:, 1] = cents >> 63
    array = pa.Array.from_buffers(MONEY, len(cents), [None, pa.py_buffer(words)])
    return array if known is None else pc.if_else(pa.array(known), array, pa.scalar(None, MONEY))


def cents(amount: Floats) -> Ints:
    """Money to whole cents."""
    return np.rint(amount * 100).astype(np.int64)


def ids(cell: Cell, who: Ints, known: Bools | None = None) -> pa.Array:
    """Client ids: numbers from 1 on, or text of the same width such as C017."""
    mask = None if known is None else ~known
    numbers = pa.array(who + cell.first + 1, mask=mask)
    if not cell.profile.text_ids:
        return numbers
    width = len(str(cell.total))
    padded = pc.utf8_lpad(numbers.cast(pa.string()), width, "0")
    return pc.binary_join_element_wise("C", padded, "")


def labels(prefix: str, numbers: Ints) -> pa.Array:
    """Text ids such as O1-57: the number of the cell keeps them unique in the company."""
    return pc.binary_join_element_wise(prefix, pa.array(numbers).cast(pa.string()), "")


def words(choices: tuple[str, ...], which: Ints, known: Bools | None = None) -> pa.Array:
    """Text from a few choices."""
    indices = pa.array(which.astype(np.int32), mask=None if known is None else ~known)
    return pa.DictionaryArray.from_arrays(indices, pa.array(choices)).cast(pa.string())
