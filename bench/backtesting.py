"""`python -m bench backtest`: on real histories, does the outlook know more than the usual ways?"""

from dataclasses import astuple

import click
import numpy as np

from bench.backtest.histories import histories
from bench.backtest.results import Scored, scored
from bench.tables import table

_HEAD = (
    "data",
    "cut",
    "way",
    "AUC active",
    "lift active",
    "lift revenue",
    "AUC leaving",
    "lift leaving",
    "error as given",
    "error calibrated",
)
_AMOUNTS = ("data", "cut", "way", "orders ÷ actual", "rank corr.", "revenue ÷ actual", "rank corr.")


@click.command
def backtest() -> None:
    """Four cuts each of Online Retail and CDNOW, the next 90 days hidden."""
    for history in histories():
        rows, amounts = scored(history)
        click.echo(table(_HEAD, [astuple(row) for row in rows]))
        click.echo("\nMean of the four cuts\n")
        click.echo(table(_HEAD[2:], _means(rows)))
        click.echo()
        click.echo(table(_AMOUNTS, [astuple(row) for row in amounts]))
        click.echo()


def _means(rows: list[Scored]) -> list[tuple[object, ...]]:
    ways = list(dict.fromkeys(row.way for row in rows))
    means: list[tuple[object, ...]] = []
    for way in ways:
        numbers = [astuple(row)[3:] for row in rows if row.way == way]
        columns = zip(*numbers, strict=True)
        means.append((way, *(None if None in column else float(np.mean(column)) for column in columns)))
    return means
