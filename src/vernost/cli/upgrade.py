"""`vernost upgrade`: the data of the version before, for this one."""

from importlib import import_module

import click

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _


@click.command(
    cls=Command,
    help=_("Backup, migrations, check; back to the backup when anything fails. Stop the web server first."),
)
def upgrade() -> None:
    start_django()
    done = import_module("vernost.cli.preparing").bring_up_to_date()
    if not done.steps:
        click.echo(_("Nothing to do: the data are of this version."))
    elif done.backup is None:
        click.echo(_("A new database is ready."))
    else:
        click.echo(
            _(
                "Done in {steps} steps, and checked. As it was before: {file}",
                steps=done.steps,
                file=done.backup,
            )
        )
