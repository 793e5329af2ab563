"""`python -m bench signals`: how often each signal is wrong, how often and how early it is right."""

import click

from bench.alarms.rates import Detection, FalseAlarms, detections, false_alarms
from bench.tables import table
from vernost.engine import Settings


@click.command
@click.option("--clients", default=2_000, show_default=True, help="Clients who do not change.")
@click.option("--leavers", default=300, show_default=True, help="Clients who decline and then leave.")
@click.option("--seed", default=1, show_default=True)
def signals(clients: int = 2_000, leavers: int = 300, seed: int = 1) -> None:
    """False alarms per client and year, detection of leavers and lead time, per signal."""
    settings = Settings()
    click.echo(f"False alarms: {clients:,} clients who do not change, a look a week for a year\n")
    rows = [_false(each) for each in false_alarms(clients, seed, settings)]
    click.echo(table(("signal", "per client and year, %", "95 % interval"), rows))
    click.echo("\nDetection: clients who decline for 8–14 months and then leave, a look a week\n")
    found = [_found(each) for each in detections(leavers, seed, settings)]
    click.echo(
        table(("signal", "detected, %", "95 % interval", "days after decline", "days before leaving"), found)
    )


def _false(each: FalseAlarms) -> tuple[object, ...]:
    return (each.code, round(100 * each.rate, 2), _interval(each.interval))


def _found(each: Detection) -> tuple[object, ...]:
    return (
        each.code,
        round(100 * each.rate, 1),
        _interval(each.interval),
        each.after_decline,
        each.before_leaving,
    )


def _interval(ends: tuple[float, float]) -> str:
    return f"{100 * ends[0]:.2f} – {100 * ends[1]:.2f}"
