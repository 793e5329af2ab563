"""`vernost check`: whether the data is whole and the audit log is as it was sealed."""

from importlib import import_module

import click

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _

_NOT_WHOLE = 3


@click.command(cls=Command, help=_("Tells whether the data is whole and the audit log untouched."))
@click.pass_context
def check(context: click.Context) -> int:
    start_django()
    checked = import_module("vernost.core.backups.check").check_data()
    for table, rows in checked.rows.items():
        if rows:
            click.echo(f"{table:<40} {rows:>12}")
    lines = [
        (_("The database file"), checked.damage),
        (_("References between records"), checked.dangling),
        (
            _("The audit log, {count} seals", count=checked.seals),
            _("changed under the seal of {at}", at=f"{checked.broken.at:%Y-%m-%d %H:%M}")
            if checked.broken
            else "",
        ),
    ]
    for what, fault in lines:
        click.echo(f"{what}: {fault or _('whole')}")
    return 0 if checked.is_whole else _NOT_WHOLE
