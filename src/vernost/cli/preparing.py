"""What has to be in place before the web pages can be served."""

from importlib.metadata import version

import click
from django.conf import settings

from vernost.cli.language import gettext as _
from vernost.core.backups.upgrade import UnableToUpgrade, Upgraded, upgrade
from vernost.core.clock import now
from vernost.core.models import User
from vernost.core.setup_token import new_token


def prepare() -> str:
    """Brings the database up to date; returns the one-time token of the first director while there is nobody."""
    done = bring_up_to_date()
    if done.backup:
        click.echo(
            _("The data were brought up to this version; as they were before: {file}", file=done.backup)
        )
    return "" if User.objects.exists() else new_token(settings.VERNOST_DATA)


def bring_up_to_date() -> Upgraded:
    """ClickException when it failed; then everything is as before."""
    settings.VERNOST_DATA.mkdir(parents=True, exist_ok=True)
    try:
        return upgrade(at=now(), version=version("vernost"), key=settings.VERNOST_BACKUP_KEY)
    except UnableToUpgrade as error:
        if error.backup is None:
            text = _("Nothing was changed: {reason}.", reason=error)
        else:
            text = _(
                "The upgrade failed and was taken back, everything is as before: {reason}. Go on with the version "
                "that you had. The backup is {file}.",
                reason=error,
                file=error.backup,
            )
        raise click.ClickException(text) from error
