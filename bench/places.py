"""Where the benchmarks keep and find things."""

import os
from pathlib import Path

import click

BENCH = Path(__file__).resolve().parent
#: made data, kept between runs and out of git
DATA = BENCH / "data"
#: environment of the peers, made on demand and out of git
PEERS = BENCH / ".venv-peers"


def shared(name: str) -> Path:
    """A file of real data, under VERNOST_SHARED or in `shared` beside the repository, which has none."""
    given = os.environ.get("VERNOST_SHARED")
    beside = [parent / "shared" for parent in BENCH.parents]
    for directory in ([Path(given)] if given else []) + beside:
        path = directory / "data" / name
        if path.is_file():
            return path
    raise click.ClickException(
        f"real data {name} is neither under VERNOST_SHARED nor in `shared` beside the repository"
    )
