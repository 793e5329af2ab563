"""Simulated companies for the benchmarks, made once and kept."""

from pathlib import Path

from bench.places import DATA
from vernost.engine.simulate import simulate_to


def crowd_orders(clients: int, seed: int = 1) -> Path:
    """Orders of a crowd as one Parquet file; about 6.2 rows a client."""
    path = DATA / f"crowd-{clients}-{seed}" / "orders.parquet"
    if not path.exists():
        unfinished = path.with_name("unfinished.parquet")
        simulate_to(unfinished, clients, seed)
        unfinished.rename(path)
    return path
