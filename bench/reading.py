"""`python -m bench read`: `vernost assess` on a real CSV against DuckDB merely reading and grouping it."""

import gzip
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bench.places import DATA, shared
from bench.tables import table
from bench.timed import Spent, Stopped, alternating

COMMAND, READ, START = "vernost assess", "DuckDB reads and groups", "Python and imports, nothing done"


@click.command
@click.option("--runs", default=5, show_default=True, help="Runs of each, in turns; the median counts.")
def read(runs: int = 5) -> None:
    """The command on Online Retail (541,909 rows of CSV) against reading it, and the start of Python."""
    lines = online_retail_csv()
    programs: dict[str, Sequence[str | Path]] = {
        START: (sys.executable, "-m", "bench.contestants.start"),
        READ: (sys.executable, "-m", "bench.contestants.grouped_csv", lines),
        COMMAND: (
            Path(sys.executable).with_name("vernost"),
            "assess",
            lines,
            "--as-of",
            "2011-12-09",
            "--skip-bad-rows",
            "--json",
        ),
    }
    spent = alternating(programs, runs)
    rows = [
        (f"{name}: {each}", None, None)
        if isinstance(each, Stopped)
        else (name, each.seconds, round(each.peak))
        for name, each in spent.items()
    ]
    click.echo(table(("what", "process, s", "peak, MiB"), rows))
    command, reads, start = spent[COMMAND], spent[READ], spent[START]
    if isinstance(command, Spent) and isinstance(reads, Spent) and isinstance(start, Spent):
        allowed = 3 * reads.work + start.seconds
        click.echo(
            f"\nallowed: 3 × {reads.work:.2f} s of reading + {start.seconds:.2f} s of start = {allowed:.2f} s"
        )
        click.echo(
            f"the command less the start is {(command.seconds - start.seconds) / reads.work:.1f}× the reading"
        )


def online_retail_csv() -> Path:
    """The real file, unpacked once."""
    unpacked = DATA / "online_retail.csv"
    if not unpacked.exists():
        packed = shared("online_retail.csv.gz")
        DATA.mkdir(exist_ok=True)
        unfinished = unpacked.with_suffix(".unfinished")
        with gzip.open(packed, "rb") as source, unfinished.open("wb") as target:
            shutil.copyfileobj(source, target)
        unfinished.rename(unpacked)
    return unpacked
