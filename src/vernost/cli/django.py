"""Brings Django up for the commands that need it. Import this module in them alone."""

import os

import click
import django
from django.core.exceptions import ImproperlyConfigured


def start_django() -> None:
    """Reads the settings; a ClickException with the reason when they are wrong or insecure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vernost.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error
