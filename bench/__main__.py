"""`python -m bench` measures everything; one of them is measured by its name, `python -m bench touches`."""

import click

from bench.assessing import assess
from bench.background import background
from bench.backtesting import backtest
from bench.browsing import web
from bench.caring import touches
from bench.importing import import_
from bench.reading import read
from bench.signalling import signals
from bench.sparking import spark
from bench.trust.command import trust


@click.group(invoke_without_command=True)
@click.pass_context
def bench(context: click.Context) -> None:
    """Measure speed and quality; figures depend on the machine, ratios much less."""
    if context.invoked_subcommand is None:
        for command in (assess, read, import_, signals, backtest, touches, spark, web, background):
            click.echo(f"\n# {command.name}\n")
            context.invoke(command)


for _command in (assess, read, import_, signals, backtest, touches, spark, web, background):
    bench.add_command(_command)

# It measures nothing, and takes its own time.
bench.add_command(trust)

if __name__ == "__main__":
    bench()
