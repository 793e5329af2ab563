"""`python -m bench background`: what the worker of a large company does while people work: assessment and back-test."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bench.tables import table
from bench.web.databases import sqlite

#: seconds that the requirements allow at 100,000 clients
GOALS = {"opening": 60, "repeat": 60, "backtest": 120}
_NAMES = {
    "opening": "assessment that opens every case",
    "repeat": "assessment, repeated",
    "backtest": "back-test of all signals",
}


@click.command
@click.option("--clients", default=100_000, show_default=True, help="Clients; ten orders and contacts each.")
@click.option("--data", default=Path("build/bench"), type=Path, help="Folder of the made databases.")
@click.option("--job", multiple=True, type=click.Choice(tuple(GOALS)), default=tuple(GOALS), help="Which.")
def background(
    clients: int = 100_000, data: Path = Path("build/bench"), job: tuple[str, ...] = tuple(GOALS)
) -> None:
    """Seconds, processor and memory of the long jobs, each on a copy of the database of `python -m bench web`."""
    with sqlite(data.resolve(), clients) as environment:
        found = {one: _done(one, Path(environment["VERNOST_DATA"])) for one in job}
    click.echo(f"\nSQLite, {clients:,} clients\n\n{whole(found)}\n\n{by_step(found)}")


def whole(found: Mapping[str, Mapping[str, Any]]) -> str:
    """A row for each job, and whether it kept to its goal."""
    rows = [
        (
            _NAMES[job],
            round(one["seconds"], 1),
            round(one["processor"], 1),
            round(one["peak"]),
            GOALS[job],
            "met" if one["seconds"] <= GOALS[job] else "not met",
        )
        for job, one in found.items()
    ]
    return table(("job", "s", "of processor, s", "peak, MiB", "goal, s", "goal"), rows)


def by_step(found: Mapping[str, Mapping[str, Any]]) -> str:
    """Where the seconds went, as the progress bar names the steps; steps below half a second are left out."""
    rows = [
        (_NAMES[job], step, round(seconds, 1))
        for job, one in found.items()
        for step, seconds in one["steps"].items()
        if seconds >= 0.5
    ]
    return table(("job", "step", "s"), rows)


def _done(job: str, made: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=made.parent) as place:
        for name in ("vernost.sqlite3", "secret-key"):
            shutil.copy(made / name, place)
        command = [sys.executable, "-m", "bench.web.working", job]
        environment = {**os.environ, "VERNOST_DATA": place}
        said = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found
