"""Puts what was read on the engine that will judge it: DuckDB in this process, or Spark."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vernost import engine
from vernost.cli.options import Request
from vernost.engine.io import TablesRead

if TYPE_CHECKING:
    from vernost.engine import Tables

DEFAULT_MEMORY = "1200MB"


@contextmanager
def backend_of(request: Request, reading: TablesRead) -> Iterator["Tables"]:
    """The tables with only the columns that the files have: an absent column is unknown, not empty.

    Raises EngineError where Spark cannot start.
    """
    duck = engine.Duck(
        reading.connection, threads=request.threads, memory=request.memory_limit or DEFAULT_MEMORY
    )
    present = {name: duck.table(name).select(*_present(reading, name)) for name in reading.results}
    if request.engine == "spark":
        with closing(_spark(request)) as spark, tempfile.TemporaryDirectory() as folder:
            given = {}
            for name, table in present.items():
                # As a file, not as rows: orders that outgrew one machine outgrew this process too.
                duck.publish(f"given_{name}", table)
                duck.export(f"given_{name}", Path(folder) / f"{name}.parquet")
                given[name] = spark.bring(f"given_{name}", Path(folder) / f"{name}.parquet")
            yield engine.Tables.on(spark, given)
    else:
        yield engine.Tables.on(duck, present)
    duck.close()


def _present(reading: TablesRead, table: str) -> list[str]:
    result = reading[table]
    return [column for column in result.spec.names if column in result.present]


def _spark(request: Request) -> Any:
    """Imported only now: whoever does not ask for Spark does not wait for PySpark."""
    here = f"local[{request.threads or '*'}]"
    return import_module("vernost.engine.spark").Spark(request.master or here, folder=request.spark_folder)
