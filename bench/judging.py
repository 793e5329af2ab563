"""An assessment of tables in memory, with the answer in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from vernost.engine import Settings, Tables, assess


@dataclass(frozen=True)
class Judged:
    """The two output tables, as declared in `OUTPUTS`, and the fitted model of buying and leaving."""

    clients: pa.Table
    signals: pa.Table
    model: Any


def judged(tables: Mapping[str, pa.Table], as_of: date, settings: Settings) -> Judged:
    """Assess the tables as of the day; the engine itself leaves out what comes later."""
    given = Tables.of(**tables)
    try:
        result = assess(given, settings, as_of)
        models = result.inner["outlook"].models
        return Judged(
            result.clients.to_arrow(), result.signals.to_arrow(), None if models is None else models.buying
        )
    finally:
        given.backend.close()
