"""The databases of the measurement: made once, kept, brought up to date with the migrations of today."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

_POSTGRES = Path("tools/postgres-for-tests")


@contextmanager
def sqlite(folder: Path, clients: int) -> Iterator[Mapping[str, str]]:
    """The environment in which `vernost` works on the database."""
    place = folder / f"sqlite-{clients}"
    environment = {"VERNOST_DATA": str(place)}
    _make(place, clients, environment)
    _read_once(place)
    yield environment


@contextmanager
def postgresql(folder: Path, clients: int) -> Iterator[Mapping[str, str]]:
    """The same on a PostgreSQL server that runs while the block does."""
    cluster = folder / "postgresql"
    cluster.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [_POSTGRES, sys.executable, "-u", "-m", "bench.web.address"],
        env={**os.environ, "KEEP_POSTGRES": str(cluster)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        url = server.stdout.readline().strip() if server.stdout else ""
        if not url:
            raise click.ClickException("PostgreSQL did not start; its reason stands above")
        place = folder / f"postgresql-{clients}"
        environment = {"VERNOST_DATA": str(place), "VERNOST_DATABASE_URL": url}
        _make(place, clients, environment)
        _read_once(cluster)
        yield environment
    finally:
        server.communicate("")


def _read_once(folder: Path) -> None:
    """So that the pages are measured and not the disk: a machine that stood idle has none of the files in memory."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while file.read(1 << 24):
                    pass


def _make(place: Path, clients: int, environment: Mapping[str, str]) -> None:
    """Fills the database unless it was filled before; what a killed filling has left is thrown away."""
    made = place / "made.json"
    environment = {**os.environ, **environment}
    if not made.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        click.echo(f"making {place.name}: takes minutes, once", err=True)
        command = [sys.executable, "-m", "bench.web.building", str(clients)]
        said = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
        made.write_text(said)
    told = json.loads(made.read_text())
    rows = ", ".join(f"{count:,} {name}" for name, count in told["rows"].items())
    click.echo(f"{place.name}: {rows}; judged in {told['judging']:.0f} s", err=True)
    manage = [Path(sys.executable).with_name("vernost"), "manage", "migrate", "-v0"]
    subprocess.run(manage, env=environment, check=True)
