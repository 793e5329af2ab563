"""`vernost manage …`: Django's own commands and those of our apps."""

import click
from django.core.management import execute_from_command_line

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _


@click.command(
    cls=Command,
    help=_("Administration: migrations, background jobs, checks."),
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    start_django()
    execute_from_command_line(["vernost manage", *arguments])
