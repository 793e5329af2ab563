"""`vernost restore`: the content of a backup in place of this installation's."""

from importlib import import_module
from pathlib import Path

import click

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _


@click.command(cls=Command, help=_("Puts back what a backup holds; stop the web server first."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--overwrite", is_flag=True, help=_("Also when this installation has data, which is then gone.")
)
def restore(file: Path, overwrite: bool) -> None:
    start_django()
    archive = import_module("vernost.core.backups.archive")
    bad = import_module("vernost.core.backups.manifest").BadBackup
    try:
        manifest = archive.restore_backup(
            source=file, overwrite=overwrite, key=import_module("django.conf").settings.VERNOST_BACKUP_KEY
        )
    except bad as error:
        raise click.ClickException(
            _("{file} was not restored, nothing was changed: {reason}.", file=file, reason=error)
        ) from error
    except archive.NotEmpty as error:
        raise click.ClickException(
            _(
                "There are {count} people in this installation; nothing was changed. "
                "With --overwrite its data is replaced.",
                count=error,
            )
        ) from error
    click.echo(
        _(
            "Restored the state of {made_at}: {rows} rows of {tables} tables.",
            made_at=manifest.made_at,
            rows=sum(manifest.rows.values()),
            tables=len(manifest.rows),
        )
    )
