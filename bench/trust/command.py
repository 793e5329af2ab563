"""The command, and which checks it knows."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bench.trust.clock import clock_back
from bench.trust.disk import full_disk
from bench.trust.inputs import harmed_files, hostile_files
from bench.trust.killing import killed_worker, prepared
from bench.trust.restarting import restarted_database
from bench.trust.returning import returned
from bench.trust.serving import killed_server, stopped_server, two_writers
from bench.trust.tally import Tally, told

_ROWS = 6_000
_FEW, _FULL = 3, 100

type Check = Callable[[Path, int, int], Iterator[Tally]]


def kills(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    for work in ("import", "assessment"):
        yield killed_worker(work, prepared(work, place, _ROWS), place, moments, seed)


def disk(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    for work in ("import", "assessment"):
        yield full_disk(work, prepared(work, place, _ROWS), place, moments, seed)


def clock(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    yield clock_back("import", prepared("import", place, _ROWS), place, moments, seed)


def database(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    yield restarted_database("import", place, _ROWS, moments, seed)


def web(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    ready = prepared("import", place, _ROWS)
    yield killed_server(ready, place, moments, seed)
    yield stopped_server(ready, place, moments, seed)
    yield two_writers(ready, place, moments * 5)


def files(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    yield harmed_files(place, moments * 1_000)
    yield hostile_files(place)


def backups(place: Path, moments: int, seed: int) -> Iterator[Tally]:
    yield returned(place, _ROWS)


CHECKS: dict[str, Check] = {
    "backups": backups,
    "kills": kills, "disk": disk, "clock": clock, "database": database, "web": web, "files": files,
}  # fmt: skip


@click.command
@click.argument("checks", nargs=-1, type=click.Choice(tuple(CHECKS)))
@click.option("--moments", type=int, help=f"How often each fault is made; {_FEW} when left out.")
@click.option("--full", is_flag=True, help=f"{_FULL} times each: takes hours.")
@click.option("--seed", default=1, show_default=True, help="Of the random moments.")
def trust(
    checks: tuple[str, ...] = (), moments: int | None = None, full: bool = False, seed: int = 1
) -> None:
    """Breaks installations on purpose; prints what was lost or doubled. Ends with 1 when anything was."""
    times = moments or (_FULL if full else _FEW)
    found: list[Tally] = []
    with tempfile.TemporaryDirectory(prefix="vernost-trust-") as place:
        for name in checks or CHECKS:
            for tally in CHECKS[name](Path(place), times, seed):
                found.append(tally)
                click.echo(told([tally]), err=True)
    click.echo(told(found))
    if not all(one.is_clean for one in found):
        raise SystemExit(1)
