"""A simulated company to files, piece by piece."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from vernost.engine.simulate.cell import CELL
from vernost.engine.simulate.company import END, START, simulated_cells
from vernost.engine.simulate.profile import Profile
from vernost.engine.simulate.profiles import CROWD
from vernost.engine.tables.inputs import INPUTS


def simulate_to(
    path: Path,
    clients: int,
    seed: int,
    *,
    start: date = START,
    end: date = END,
    profile: Profile = CROWD,
    on_progress: Callable[[int, int], None] | None = None,
) -> dict[str, Path]:
    """Write a company and return the files by table name, "truth" among them.

    A path that ends in .parquet or .csv gets the orders, with the truth beside it (orders.parquet and
    orders.truth.parquet); a path without an ending is a directory that gets every table as Parquet.
    `on_progress` is told the clients done and all clients. ValueError as `simulate`, and for another ending;
    OSError where the files cannot be written.
    """
    files = simulated_files(path)
    only = tuple(name for name in files if name != "truth")
    cells = simulated_cells(clients, seed, start=start, end=end, profile=profile, only=only)
    writers: dict[str, pq.ParquetWriter | pcsv.CSVWriter] = {}
    done = 0
    with ExitStack() as stack:
        for cell in cells:
            for name, table in (cell.tables | {"truth": cell.truth}).items():
                if name not in writers:
                    writers[name] = stack.enter_context(_writer(files[name], table.schema))
                writers[name].write_table(table)
            done = min(done + CELL, clients)
            if on_progress is not None:
                on_progress(done, clients)
    return files


def simulated_files(path: Path) -> dict[str, Path]:
    """The files that `simulate_to` writes for this path, by table name; ValueError for an unknown ending."""
    ending = path.suffix.lower()
    if ending in (".parquet", ".csv"):
        return {"orders": path, "truth": path.with_suffix(f".truth{path.suffix}")}
    if ending and not path.is_dir():
        raise ValueError(f"out must end in .parquet or .csv, or be a directory, got {path.name}")
    return {name: path / f"{name}.parquet" for name in (*INPUTS, "truth")}


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter | pcsv.CSVWriter:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() == ".csv":
        return pcsv.CSVWriter(path, schema, write_options=pcsv.WriteOptions(quoting_style="needed"))
    return pq.ParquetWriter(path, schema, compression="zstd")
