"""`vernost simulate`: the orders of a made-up company whose truth is known."""

from datetime import date
from pathlib import Path

import click

from vernost.cli.command import Command
from vernost.cli.language import gettext as _
from vernost.cli.options import Day
from vernost.cli.progress import progress
from vernost.cli.refusal import refusing
from vernost.engine.simulate import PROFILES, simulate_to
from vernost.engine.simulate.company import END, START


@click.command(
    cls=Command,
    help=_(
        "Write a made-up company. A path that ends in .parquet gets the orders, with the truth beside it; "
        "any other path is a folder that gets every table."
    ),
)
@click.option(
    "--clients", type=click.IntRange(min=1), required=True, metavar="N", help=_("Number of clients.")
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help=_("The same seed makes the same company."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PATH",
    help=_("File or folder to write."),
)
@click.option("--profile", type=click.Choice(sorted(PROFILES)), default="crowd", help=_("Kind of company."))
@click.option("--from", "start", type=Day(), default=START.isoformat(), help=_("First day."))
@click.option("--until", "end", type=Day(), default=END.isoformat(), help=_("Last day."))
@refusing
def simulate(clients: int, seed: int, out: Path, profile: str, start: date, end: date) -> None:
    if end < start:
        raise click.UsageError(_("--until is before --from."))
    with progress() as tell:
        files = simulate_to(
            out,
            clients,
            seed,
            start=start,
            end=end,
            profile=PROFILES[profile],
            on_progress=lambda done, of: tell(_("Simulating clients"), done / of),
        )
    for path in files.values():
        click.echo(_("Written: {file}", file=path), err=True)
