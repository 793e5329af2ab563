"""`python -m bench import`: every line of Online Retail an order of its own, through check and import."""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bench.places import BENCH, DATA
from bench.reading import online_retail_csv
from bench.tables import table

GOAL = 20_000
#: how much more memory ten times the rows may take
FLAT = 1.5
LINES = {
    "client_id": "CustomerID", "ordered_on": "InvoiceDate", "amount": "Quantity * UnitPrice",
    "subject": "Description",
}  # fmt: skip
INVOICES = LINES | {"order_id": "InvoiceNo"}
HEAD = ("what", "rows", "orders", "refused", "check, s", "import, s", "rows/s", "peak, MiB")
_FEW, _MANY = 100_000, 1_000_000


@click.command("import")
@click.option(
    "--only", type=click.Choice(["few", "whole", "many", "invoices", "postgresql"]), help="One of them."
)
def import_(only: str | None = None) -> None:
    """Rows of the file per second of the import itself (the dry run beside it), and whether memory stays flat."""
    whole = online_retail_csv()
    cases = {
        "few": ("lines, the first of them", _first(whole, _FEW), LINES),
        "whole": ("lines, all of Online Retail", whole, LINES),
        "many": ("lines, Online Retail again with other clients", _repeated(whole, _MANY), LINES),
        "invoices": ("lines added up to invoices", whole, INVOICES),
    }
    found = {}
    with tempfile.TemporaryDirectory() as place:
        for key, (name, file, mapping) in cases.items():
            if only in (None, key):
                found[name] = imported(file, mapping, Path(place) / key)
        if only in (None, "postgresql"):
            found["lines, into PostgreSQL"] = _into_postgresql(whole, Path(place) / "postgresql")
    click.echo(table(HEAD, [row(name, each) for name, each in found.items()]))
    click.echo("")
    for line in verdicts(found):
        click.echo(line)


def verdicts(found: dict[str, dict[str, Any]]) -> list[str]:
    """What was asked for, and whether it was met."""
    lines = []
    for name, each in found.items():
        speed = each["rows"] / each["work"]
        lines.append(f"{_met(speed >= GOAL)}: {name}: {speed:,.0f} rows/s, asked {GOAL:,}")
        if not each["as_expected"]:
            lines.append(f"{_met(False)}: {name}: the import did something else than the dry run said")
    same = [each for name, each in found.items() if name.startswith("lines, ") and "into" not in name]
    if not same[1:]:
        return lines
    few, many = same[0], same[-1]
    ratio = many["peak"] / few["peak"]
    times = many["rows"] / few["rows"]
    lines.append(
        f"{_met(ratio <= FLAT)}: {times:.1f} times the rows, {ratio:.2f} times the memory, asked {FLAT}"
    )
    return lines


def imported(file: Path, mapping: dict[str, str], data: Path, **environment: str) -> dict[str, Any]:
    """What one import took, in a process and a database of its own."""
    data.mkdir(parents=True)
    env = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "vernost.config.settings", "VERNOST_DATA": str(data), **environment,
    }  # fmt: skip
    program: Sequence[str | Path] = (
        sys.executable,
        "-m",
        "bench.started",
        "bench.contestants.import_run",
        file,
        json.dumps(mapping),
    )
    done = subprocess.run(program, env=env, cwd=BENCH.parent, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    with file.open() as lines:
        found["rows"] = sum(1 for _line in csv.reader(lines)) - 1
    return found


def row(name: str, each: dict[str, Any]) -> Sequence[object]:
    return (
        name, each["rows"], each["created"], each["refused"], each["check"], each["work"],
        round(each["rows"] / each["work"]), round(each["peak"]),
    )  # fmt: skip


def _into_postgresql(file: Path, data: Path) -> dict[str, Any]:
    with _postgresql(data) as url:
        return imported(file, LINES, data / "files", VERNOST_DATABASE_URL=url)


@contextmanager
def _postgresql(place: Path) -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the block, with the durability of a real one."""
    place.mkdir(parents=True)
    script = BENCH.parent / "tools" / "postgres-for-tests"
    keep = "echo $VERNOST_TEST_DATABASE_URL; read word"
    with subprocess.Popen(
        [script, "sh", "-c", keep], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None  # noqa: S101 (asked for above)
        try:
            yield server.stdout.readline().strip()
        finally:
            server.communicate("\n")


def _met(holds: bool) -> str:
    return "met" if holds else "not met"


def _first(whole: Path, rows: int) -> Path:
    """The first `rows` of the file, made once."""
    path = DATA / f"online_retail_{rows}.csv"
    if not path.exists():
        with whole.open() as lines:
            path.write_text("".join(line for _n, line in zip(range(rows + 1), lines, strict=False)))
    return path


def _repeated(whole: Path, rows: int) -> Path:
    """The file again and again, each time with other clients, until there are `rows`; made once."""
    path = DATA / f"online_retail_{rows}.csv"
    if path.exists():
        return path
    with whole.open() as file, path.with_suffix(".unfinished").open("w") as target:
        head, *lines = csv.reader(file)
        writer = csv.writer(target)
        writer.writerow(head)
        place = head.index("CustomerID")
        for number in range(rows):
            line = list(lines[number % len(lines)])
            if line[place]:
                line[place] = f"{number // len(lines)}-{line[place]}"
            writer.writerow(line)
    path.with_suffix(".unfinished").rename(path)
    return path
