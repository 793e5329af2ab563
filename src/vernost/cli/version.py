"""`vernost version`."""

from importlib.metadata import version as version_of

import click

from vernost.cli.command import Command
from vernost.cli.language import gettext as _


@click.command(cls=Command, help=_("The version of Vernost."))
def version() -> None:
    click.echo(f"vernost {version_of('vernost')}")
