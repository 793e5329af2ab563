"""`vernost settings`: every default of the method with its meaning, from the declaration of the engine."""

from dataclasses import fields

import click

from vernost.cli.command import Command
from vernost.cli.language import gettext as _
from vernost.engine.settings import Settings


@click.command(
    cls=Command, help=_("All settings of the method; change one with: vernost assess --set name=value")
)
def settings() -> None:
    defaults = Settings()
    for setting in fields(Settings):
        value = getattr(defaults, setting.name)
        shown = "—" if value in ("", None) or value == {} else str(value)
        click.echo(f"{setting.name:<24} {shown:<10} {_(setting.metadata['meaning'])}")
