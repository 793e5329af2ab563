"""`python -m bench web`: the office with a large company, asked by one person and by sixteen, on both databases."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bench.web.databases import postgresql, sqlite
from bench.web.pages import BARRED, pages
from bench.web.results import Measured, by_page, ratio
from bench.web.results import bars as met_of
from bench.web.server import Server, served

_DATABASES = {"sqlite": ("SQLite", sqlite), "postgresql": ("PostgreSQL", postgresql)}
_BOTH = tuple(_DATABASES)


@click.command
@click.option("--clients", default=100_000, show_default=True, help="Clients; ten orders and contacts each.")
@click.option("--data", default=Path("build/bench"), type=Path, help="Folder of the made databases.")
@click.option("--database", multiple=True, type=click.Choice(_BOTH), default=_BOTH, help="On which.")
@click.option("--times", default=40, show_default=True, help="Requests of each kind by one person.")
@click.option("--people", default=16, show_default=True, help="People at once.")
@click.option("--seconds", default=20.0, show_default=True, help="How long they all ask.")
@click.option(
    "--only", multiple=True, help="Kinds of pages beside those of the bars: map, board …; none: all."
)
@click.option("--bars", is_flag=True, help="The pages that the bars speak of, and no others: takes seconds.")
def web(
    clients: int = 100_000,
    data: Path = Path("build/bench"),
    database: tuple[str, ...] = _BOTH,
    times: int = 40,
    people: int = 16,
    seconds: float = 20.0,
    only: tuple[str, ...] = (),
    bars: bool = False,
) -> None:
    """Milliseconds of each page and requests a second, through `vernost run`; the asking process is beside it."""
    found = []
    for one in database:
        name, kept = _DATABASES[one]
        with kept(data.resolve(), clients) as environment, served(environment) as server:
            asked = _asked(clients, only, bars=bars)
            found.append(_measure(name, server, asked, times, people, seconds))
        click.echo(f"\n{name}, {clients:,} clients\n\n{by_page(found[-1])}\n\n{met_of(found[-1])}")
    if len(found) > 1:
        click.echo(f"\n{ratio(*found)}")


def _asked(clients: int, only: tuple[str, ...], *, bars: bool) -> dict[str, list[str]]:
    """The pages of the bars always; of the others all, or those in `only`, or none."""
    every = dict(pages(clients))
    if unknown := set(only) - set(every):
        raise click.ClickException(
            f"no such pages: {', '.join(sorted(unknown))}; there are {', '.join(every)}"
        )
    wanted = {*BARRED, *only} if only or bars else set(every)
    return {kind: addresses for kind, addresses in every.items() if kind in wanted}


def _measure(
    name: str, server: Server, every: dict[str, list[str]], times: int, people: int, seconds: float
) -> Measured:
    told = {"port": server.port, "cookie": server.cookie}
    barred = {kind: every[kind] for kind in BARRED}
    beside = {kind: addresses for kind, addresses in every.items() if kind not in BARRED}
    _ask(**told, pages=every, times=4)  # every process reads its code and templates once
    alone = _ask(**told, pages=barred, times=times)["times"]
    if beside:
        alone |= _ask(**told, pages=beside, times=max(5, times // 4))["times"]
    together = _ask(**told, pages=barred, people=people, seconds=seconds)
    own = together["own"] / together["seconds"]
    click.echo(f"{name}: the asking process took {own:.0%} of a core itself", err=True)
    return Measured(name, alone, together["times"], together["seconds"])


def _ask(**told: Any) -> Mapping[str, Any]:
    command = [sys.executable, "-m", "bench.web.visitors"]
    said = subprocess.run(command, input=json.dumps(told), check=True, stdout=subprocess.PIPE, text=True)
    answer: Mapping[str, Any] = json.loads(said.stdout)
    return answer
