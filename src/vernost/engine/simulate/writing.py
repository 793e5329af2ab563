"""A simulated company to Parquet files, piece by piece."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

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

    A path that ends in .parquet gets the orders, with the truth beside it (orders.parquet, orders.truth.parquet); any
    other path is a directory that gets every table. `on_progress` is told the clients done and all clients.
    ValueError as `simulate`; OSError where the files cannot be written.
    """
    single = path.suffix.lower() == ".parquet"
    if single:
        files = {"orders": path, "truth": path.with_suffix(".truth.parquet")}
    else:
        files = {name: path / f"{name}.parquet" for name in (*INPUTS, "truth")}
    only = tuple(name for name in files if name != "truth")
    cells = simulated_cells(clients, seed, start=start, end=end, profile=profile, only=only)
    writers: dict[str, pq.ParquetWriter] = {}
    done = 0
    with ExitStack() as stack:
        for cell in cells:
            for name, table in (cell.tables | {"truth": cell.truth}).items():
                if name not in writers:
                    files[name].parent.mkdir(parents=True, exist_ok=True)
                    writers[name] = stack.enter_context(pq.ParquetWriter(files[name], table.schema, compression="zstd"))
                writers[name].write_table(table)
            done = min(done + CELL, clients)
            if on_progress is not None:
                on_progress(done, clients)
    return files
