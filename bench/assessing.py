"""`python -m bench assess`: the assessment against the raw aggregation, the outlook against the peers."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bench.companies import crowd_orders
from bench.peers import peers_python
from bench.places import BENCH, DATA
from bench.tables import table
from bench.timed import Spent, Stopped, alternating
from vernost.engine.simulate.company import END

RAW, WHOLE, OUTLOOK = "raw DuckDB aggregation", "whole assessment", "our outlook chain"
LIFETIMES, PYMC = "lifetimes 0.11.3", "pymc-marketing 1.3.0"
HEAD = ("what", "work, s", "process, s", "peak, MiB")


@click.command
@click.option("--clients", default=1_000_000, show_default=True, help="Clients of the simulated company.")
@click.option("--runs", default=3, show_default=True, help="Runs of each, in turns; the median counts.")
@click.option("--scale", is_flag=True, help="Only: ten times the data, how many times the time.")
@click.option("--peers/--no-peers", default=True, help="Run the peers too.")
def assess(clients: int = 1_000_000, runs: int = 3, scale: bool = False, peers: bool = True) -> None:
    """Time and memory of the whole assessment, Parquet in and out."""
    if scale:
        click.echo(scaling(clients, runs))
    else:
        click.echo(against_limit_and_peers(clients, runs, peers=peers))


def against_limit_and_peers(clients: int, runs: int, *, peers: bool) -> str:
    """The table of seconds, memory and ratios as Markdown."""
    orders = crowd_orders(clients)
    programs = {RAW: _ours("raw", orders), WHOLE: _whole(orders), OUTLOOK: _ours("outlook_chain", orders)}
    if peers:
        python = peers_python()
        for name, file in ((LIFETIMES, "lifetimes_chain.py"), (PYMC, "pymc_marketing_chain.py")):
            programs[name] = (python, BENCH / "contestants" / file, orders, END.isoformat())
    spent = alternating(programs, runs)
    rows = [_row(name, each, spent[RAW], spent[OUTLOOK]) for name, each in spent.items()]
    title = f"{clients:,} clients, runs in turns: {runs}; work is without the start of Python and imports\n\n"
    return title + table((*HEAD, "work ÷ raw", "work ÷ our outlook"), rows)


def scaling(clients: int, runs: int) -> str:
    """The whole assessment and the raw aggregation on a tenth of the clients and on all of them."""
    fewer = clients // 10
    programs = {}
    for count in (fewer, clients):
        orders = crowd_orders(count)
        programs[f"{RAW}, {count:,} clients"] = _ours("raw", orders)
        programs[f"{WHOLE}, {count:,} clients"] = _whole(orders)
    spent = alternating(programs, runs)
    rows = [_row(name, each, None, None)[:4] for name, each in spent.items()]
    times = []
    for name in (RAW, WHOLE):
        less, more = spent[f"{name}, {fewer:,} clients"], spent[f"{name}, {clients:,} clients"]
        if isinstance(less, Spent) and isinstance(more, Spent):
            times.append(
                f"{name}: {clients / fewer:.0f}× the data takes {more.work / less.work:.1f}× the time"
            )
    return "\n".join([table(HEAD, rows), "", *times])


def _ours(program: str, orders: Path) -> Sequence[str | Path]:
    return (sys.executable, "-m", f"bench.contestants.{program}", orders, END.isoformat())


def _whole(orders: Path) -> Sequence[str | Path]:
    return (*_ours("whole", orders), DATA / "assessed")


def _row(
    name: str, spent: Spent | Stopped, raw: Spent | Stopped | None, outlook: Spent | Stopped | None
) -> Sequence[object]:
    if isinstance(spent, Stopped):
        return (f"{name}: {spent}", None, None, None, None, None)
    return (name, spent.work, spent.seconds, round(spent.peak), _ratio(spent, raw), _ratio(spent, outlook))


def _ratio(spent: Spent, base: Spent | Stopped | None) -> float | None:
    return spent.work / base.work if isinstance(base, Spent) else None
