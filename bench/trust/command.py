"""The command, and which checks it knows."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from bench.trust.clock import clock_back
from bench.trust.cluster import NoPostgres, cluster
from bench.trust.disk import full_disk
from bench.trust.inputs import harmed_files, hostile_files
from bench.trust.killing import killed_worker
from bench.trust.moments import Moments
from bench.trust.prepared import Prepared, prepared
from bench.trust.restarting import restarted_database
from bench.trust.returning import returned
from bench.trust.serving import killed_server, stopped_server
from bench.trust.tally import Tally, told
from bench.trust.writing import two_writers

# Rows of the import and of the company that is judged, letters of the mailing: seconds of work each.
_SIZES = {"import": 2_000, "assessment": 1_000, "mailing": 100}
# The assessment that an import asks for is killed by itself: here the import alone counts, and that it asked once.
_ALONE = {"import": "execute"}
_FEW, _FULL = 3, 100


@dataclass(frozen=True)
class Wanted:
    place: Path
    moments: Moments
    seed: int
    works: Mapping[str, int]


type Check = Callable[[Wanted], Iterator[Tally]]


def kills(wanted: Wanted) -> Iterator[Tally]:
    for work, size in wanted.works.items():
        with prepared(work, wanted.place, size, task=_ALONE.get(work, "")) as ready:
            yield killed_worker(ready, wanted.moments, wanted.seed)


def kills_postgresql(wanted: Wanted) -> Iterator[Tally]:
    yield from _on_postgresql(wanted, killed_worker)


def disk(wanted: Wanted) -> Iterator[Tally]:
    for ready in _on_sqlite(wanted):
        yield full_disk(ready, wanted.place, wanted.moments, wanted.seed)


def clock(wanted: Wanted) -> Iterator[Tally]:
    for ready in _on_sqlite(wanted):
        yield clock_back(ready, wanted.place, wanted.moments, wanted.seed)


def database(wanted: Wanted) -> Iterator[Tally]:
    yield from _on_postgresql(wanted, restarted_database)


def web(wanted: Wanted) -> Iterator[Tally]:
    for ready in _on_sqlite(wanted):
        yield killed_server(ready, wanted.place, wanted.moments, wanted.seed)


def stops(wanted: Wanted) -> Iterator[Tally]:
    for ready in _on_sqlite(wanted):
        yield stopped_server(ready, wanted.place, wanted.moments, wanted.seed)


def writers(wanted: Wanted) -> Iterator[Tally]:
    with prepared("assessment", wanted.place, _SIZES["assessment"]) as ready:
        yield two_writers(ready, wanted.place, wanted.moments.count * 5)


def files(wanted: Wanted) -> Iterator[Tally]:
    yield harmed_files(wanted.place, replace(wanted.moments, count=wanted.moments.count * 1_000))
    yield hostile_files(wanted.place)


def backups(wanted: Wanted) -> Iterator[Tally]:
    yield returned(wanted.place)


def _on_sqlite(wanted: Wanted) -> Iterator[Prepared]:
    for work, size in wanted.works.items():
        with prepared(work, wanted.place, size) as ready:
            yield ready


def _on_postgresql(wanted: Wanted, check: Callable[[Prepared, Moments, int], Tally]) -> Iterator[Tally]:
    try:
        for work, size in wanted.works.items():
            task = _ALONE.get(work, "") if check is killed_worker else ""
            with cluster() as server, prepared(work, wanted.place, size, server, task) as ready:
                yield check(ready, wanted.moments, wanted.seed)
    except NoPostgres:
        yield Tally("PostgreSQL", notes=["NOT TRIED: it is not installed here"])


CHECKS: dict[str, Check] = {
    "backups": backups, "kills": kills, "kills-postgresql": kills_postgresql, "disk": disk, "clock": clock,
    "database": database, "web": web, "stops": stops, "writers": writers, "files": files,
}  # fmt: skip


@click.command
@click.argument("checks", nargs=-1, type=click.Choice(tuple(CHECKS)))
@click.option("--moments", type=int, help=f"How often each fault is made; {_FEW} when left out.")
@click.option("--full", is_flag=True, help=f"{_FULL} times each: takes hours.")
@click.option("--minutes", type=float, help="No more of one fault is begun after so many.")
@click.option("--only", type=click.Choice(tuple(_SIZES)), help="The one background work to hit.")
@click.option("--seed", default=1, show_default=True, help="Of the random moments.")
def trust(
    checks: tuple[str, ...] = (),
    moments: int | None = None,
    full: bool = False,
    minutes: float | None = None,
    only: str | None = None,
    seed: int = 1,
) -> None:
    """Breaks installations on purpose; prints what was lost or doubled. Ends with 1 when anything was."""
    works = {name: size for name, size in _SIZES.items() if only in (None, name)}
    found: list[Tally] = []
    with tempfile.TemporaryDirectory(prefix="vernost-trust-") as place:
        times = Moments(moments or (_FULL if full else _FEW), minutes)
        wanted = Wanted(Path(place), times, seed, works)
        for name in checks or CHECKS:
            for tally in CHECKS[name](wanted):
                found.append(tally)
                click.echo(told([tally]), err=True)
    click.echo(told(found))
    if not all(one.is_clean for one in found):
        raise SystemExit(1)
