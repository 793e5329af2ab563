"""Puts what was read on the engine that will judge it: DuckDB in this process, or Spark."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
import pyarrow as pa

from vernost.cli.language import gettext as _
from vernost.cli.options import Request
from vernost.engine import Duck, Tables
from vernost.engine.io import TablesRead

DEFAULT_MEMORY = "1200MB"


@contextmanager
def backend_of(request: Request, reading: TablesRead) -> Iterator[Tables]:
    """The tables with only the columns that the files have: an absent column is unknown, not empty."""
    if request.engine == "spark":
        with _spark(request) as backend:
            yield Tables.of(backend, **{name: _rows(reading, name) for name in reading.results})
        return
    duck = Duck(reading.connection, threads=request.threads, memory=request.memory_limit or DEFAULT_MEMORY)
    present = {name: duck.table(name).select(*_present(reading, name)) for name in reading.results}
    yield Tables.on(duck, present)
    duck.close()


def _present(reading: TablesRead, table: str) -> list[str]:
    result = reading[table]
    return [column for column in result.spec.names if column in result.present]


def _rows(reading: TablesRead, table: str) -> pa.Table:
    return reading[table].arrow().select(_present(reading, table))


def _spark(request: Request) -> Any:
    try:
        module = import_module("vernost.engine.spark")
    except ImportError as error:
        raise click.UsageError(
            _("Spark is not installed: install vernost with the extra “spark”.")
        ) from error
    return module.spark_session(request.master)
