"""One day through the engine. Loads DuckDB: only background work imports it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from vernost.engine import Duck, Tables, assess
from vernost.engine.assess import judge_clients
from vernost.engine.settings import Settings


@dataclass(frozen=True)
class Judged:
    """One day as the engine judged it. `signals` is None for a past day, whose standings alone are kept."""

    as_of: date
    clients: pa.Table
    signals: pa.Table | None
    company: dict[str, Any]


def judge(
    tables: dict[str, pa.Table],
    settings: Settings,
    as_of: date,
    on_step: Callable[[str], None],
    *,
    whole: bool,
) -> Judged:
    """The engine's answer for one day; without `whole` the standings alone, without signals and company."""
    with closing(Duck()) as backend:
        given = Tables.of(backend, **tables)
        if whole:
            result = assess(given, settings, as_of, on_progress=lambda step, *_: on_step(step))
            return Judged(as_of, result.clients.to_arrow(), result.signals.to_arrow(), result.company)
        table = judge_clients(given, settings, as_of, on_progress=lambda step, *_: on_step(step)).expression
        # Who had neither bought nor been met by that day was not a client yet.
        known = table.filter(table.first_on.notnull() | table.stage.isin(("interested", "ended")))
        return Judged(as_of, backend.fetch(known.select("client_id", "group", "stage", "loyalty")), None, {})
