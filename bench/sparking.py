"""`python -m bench spark`: the whole assessment on DuckDB and on a standalone Spark with two workers, same data."""

import sys
import tempfile
from pathlib import Path

import click

from bench.companies import crowd_orders
from bench.places import DATA
from bench.standalone import standalone
from bench.tables import table
from bench.timed import Spent, alternating
from vernost.engine.simulate.company import END

DUCK, SPARK = "DuckDB in process", "Spark, two workers of one core"
_MOST_SECONDS = 3600


@click.command
@click.option("--clients", default=100_000, show_default=True, help="Clients of the simulated company.")
@click.option("--runs", default=1, show_default=True, help="Runs of each, in turns; the median counts.")
@click.option("--memory", default="1g", show_default=True, help="Memory of the driver and of each worker.")
def spark(clients: int = 100_000, runs: int = 1, memory: str = "1g") -> None:
    """Time of the whole assessment on both engines, Parquet in and out."""
    orders = crowd_orders(clients)
    common = (orders, END.isoformat(), DATA / "assessed")
    with tempfile.TemporaryDirectory() as folder, standalone(Path(folder), memory=memory) as master:
        programs = {
            DUCK: (sys.executable, "-m", "bench.contestants.whole", *common),
            SPARK: (sys.executable, "-m", "bench.contestants.whole_spark", *common, master, memory),
        }
        spent = alternating(programs, runs, limit=_MOST_SECONDS)
    limit = spent[DUCK]
    rows = [
        (name, each.work, each.work / limit.work if isinstance(limit, Spent) else None)
        if isinstance(each, Spent)
        else (f"{name}: {each}", None, None)
        for name, each in spent.items()
    ]
    click.echo(
        f"{clients:,} clients on this one machine, runs in turns: {runs}; without the start of Spark\n"
    )
    click.echo(table(("what", "work, s", "work ÷ DuckDB"), rows))
