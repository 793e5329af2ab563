"""An assessment of tables in memory, with the answer in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from vernost.engine import Settings, Tables, assess


@dataclass(frozen=True)
class Judged:
    """The two output tables, as declared in `OUTPUTS`."""

    clients: pa.Table
    signals: pa.Table


def judged(tables: Mapping[str, pa.Table], as_of: date, settings: Settings) -> Judged:
    """Assess the tables as of the day; the engine itself leaves out what comes later."""
    given = Tables.of(**tables)
    try:
        result = assess(given, settings, as_of)
        return Judged(given.backend.fetch(result.clients), given.backend.fetch(result.signals))
    finally:
        given.backend.close()
