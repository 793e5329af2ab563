"""Several past days judged in one assessment: each day's clients under numbers of their own, their past moved up to
the same day. What a company is judged by together (the model of buying and leaving) is then learnt from all those days
together; shares of income are not (see `alarms_of`).
"""

from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from vernost.engine.tables import INPUTS

_NUMBERS = ("client_id", "referred_by")
# The day after which a row was not known yet; the engine itself looks at the others.
_KNOWN_BY = {"orders": "ordered_on", "interactions": "at", "ratings": "at", "complaints": "opened_on",
             "acts": "on", "costs": "on"}  # fmt: skip


def stacked(tables: Mapping[str, pa.Table], days: Sequence[date], as_of: date) -> dict[str, pa.Table]:
    """Every table once for each of `days`, moved by as_of - day; client n of day k becomes n * len(days) + k."""
    return {
        name: pa.concat_tables(
            _moved(name, table, day, (as_of - day).days, place, len(days)) for place, day in enumerate(days)
        )
        for name, table in tables.items()
    }


def _moved(name: str, table: pa.Table, day: date, by: int, place: int, of: int) -> pa.Table:
    if name in _KNOWN_BY:
        table = table.filter(pc.less_equal(table.column(_KNOWN_BY[name]), pa.scalar(day, pa.date32())))
    kinds = {column.name: column.type for column in INPUTS[name].columns}
    for index, column in enumerate(table.column_names):
        values = table.column(column)
        if column in _NUMBERS:
            values = pc.add(pc.multiply(values, of), place)
        elif kinds[column] == "date":
            values = pc.add(values.cast(pa.int32()), pa.scalar(by, pa.int32())).cast(pa.date32())
        else:
            continue
        table = table.set_column(index, column, values)
    return table
