"""`vernost run`: the web server and a worker beside it, until interrupted."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.conf import settings
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _

_SECONDS_TO_FINISH = 30


@click.command(cls=Command, help=_("Serves the web pages and does the background work."))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
@click.option("--port", default=8000, show_default=True, help=_("Port to listen on."))
def run(host: str, port: int) -> None:
    start_django()
    settings.VERNOST_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    with _worker():
        click.echo(_("Vernost is at http://{host}:{port}. Stop it with Ctrl+C.", host=host, port=port))
        serve(host, port)


def serve(host: str, port: int) -> None:
    """Returns when interrupted."""
    Granian(
        "vernost.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.VERNOST_WORKERS,
        blocking_threads=4,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()


@contextmanager
def _worker() -> Iterator[None]:
    worker = subprocess.Popen([sys.executable, "-m", "vernost.cli", "manage", "work"])
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(_SECONDS_TO_FINISH)
        except subprocess.TimeoutExpired:
            # Its job is taken up again at the next start.
            worker.kill()
