"""`vernost backup`: everything of this installation in one file, while it goes on working."""

from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _


@click.command(cls=Command, help=_("Copies everything into one file, while the work goes on."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
def backup(file: Path | None) -> None:
    start_django()
    now = import_module("vernost.core.clock").now()
    target = file or Path(f"vernost-{now:%Y-%m-%d-%H%M}.tar.gz")
    if target.exists():
        raise click.ClickException(
            _("{file} is there already and was left as it is. Name another file.", file=target)
        )
    import_module("vernost.core.actions.seal").seal_audit_log(at=now)
    manifest = import_module("vernost.core.backups.archive").write_backup(
        to=target,
        version=version("vernost"),
        at=now,
        key=import_module("django.conf").settings.VERNOST_BACKUP_KEY,
    )
    click.echo(
        _(
            "{file}: {rows} rows of {tables} tables, {size} KiB.",
            file=target,
            rows=sum(manifest.rows.values()),
            tables=len(manifest.rows),
            size=target.stat().st_size // 1024,
        )
    )
