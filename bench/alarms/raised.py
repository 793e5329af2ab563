"""Signals that an assessment raises, day after day, without seeing what comes later.

Fifty assessments of a small company cost fifty times the fixed cost of one. Instead every client is copied once for
each day of looking, all dates of the copy moved so that this day becomes the day of the assessment: what came later
lies in the future of the copy, and the engine itself leaves it out. One assessment then looks on many days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from bench.judging import judged
from vernost.engine import Settings
from vernost.engine.simulate import Simulated
from vernost.engine.tables import INPUTS

#: the day on which something happened: later rows are not even handed over
_DAY = {
    "orders": "ordered_on",
    "invoices": "issued_on",
    "interactions": "at",
    "ratings": "at",
    "complaints": "opened_on",
    "acts": "on",
    "costs": "on",
}


@dataclass(frozen=True)
class Raised:
    """A signal was up for a client on that day."""

    client: str
    code: str
    day: date


def weekly(last: date, weeks: int) -> list[date]:
    """So many days a week apart, the last of them `last`."""
    return [last - timedelta(weeks=back) for back in reversed(range(weeks))]


def raised(company: Simulated, days: Sequence[date], settings: Settings, at_once: int = 13) -> list[Raised]:
    """Every signal of every client on each of the days; `at_once` of them in one assessment."""
    found: list[Raised] = []
    for first in range(0, len(days), at_once):
        some = days[first : first + at_once]
        signals = judged(copies(company.tables, some, company.as_of), company.as_of, settings).signals
        for copy, code in zip(signals["client_id"].to_pylist(), signals["code"].to_pylist(), strict=True):
            client, place = copy.rsplit("@", 1)
            found.append(Raised(client, code, some[int(place)]))
    return found


def copies(tables: Mapping[str, pa.Table], days: Sequence[date], as_of: date) -> dict[str, pa.Table]:
    """The tables with client "C1" as "C1@0", "C1@1", …: as they stood on each day, moved to `as_of`."""
    return {
        name: pa.concat_tables(
            _copy(name, table, place, day, (as_of - day).days) for place, day in enumerate(days)
        )
        for name, table in tables.items()
    }


def _copy(name: str, table: pa.Table, place: int, day: date, later: int) -> pa.Table:
    if name in _DAY:
        table = table.filter(pc.less_equal(table[_DAY[name]], pa.scalar(day)))
    columns = {}
    for column in table.column_names:
        values = table[column]
        if column in ("client_id", "referred_by"):
            values = pc.binary_join_element_wise(values.cast(pa.string()), str(place), "@")
        elif INPUTS[name][column].type == "date":
            values = pc.add(values.cast(pa.int32()), pa.scalar(later, pa.int32())).cast(pa.date32())
        columns[column] = values
    return pa.table(columns)
