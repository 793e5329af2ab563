"""The rows that could not be read, written beside the judging and put in their place when it has succeeded."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from vernost.engine.io import TablesRead

Written = list[tuple[Path, int]]


@contextmanager
def rejected_rows(reading: TablesRead) -> Iterator[Callable[[Path], Written]]:
    """Begins to write; gives a function that waits and puts the files into a folder: (file, rows) of each.

    A file for each table that has such rows: rejected.csv for orders. Without the call nothing is left behind.
    """
    with TemporaryDirectory(prefix="vernost-") as held, ThreadPoolExecutor(1) as beside:
        going = beside.submit(_write, reading, Path(held))
        yield lambda folder: _put(going, folder)


def _write(reading: TablesRead, folder: Path) -> Written:
    written = []
    for table, result in reading.results.items():
        if result.bad_rows:
            path = folder / ("rejected.csv" if table == "orders" else f"rejected_{table}.csv")
            # A connection of its own: the engine works on the other meanwhile.
            with result.connection.cursor() as own:
                written.append((path, replace(result, connection=own).write_rejected(path)))
    return written


def _put(going: Future[Written], folder: Path) -> Written:
    """A half-written file never stands under the final name."""
    placed = []
    for path, rows in going.result():
        part = folder / f"{path.name}.part"
        shutil.move(path, part)
        placed.append((part.replace(folder / path.name), rows))
    return placed
