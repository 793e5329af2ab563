"""The web server and the worker beside it."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.conf import settings
from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from vernost.cli.language import gettext as _

_SECONDS_TO_FINISH = 15
_SECONDS_BETWEEN_LOOKS = 1.0


def refuse_taken_port(host: str, port: int) -> None:
    """A ClickException when somebody listens there already, before anything is done."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                _(
                    "Nobody can listen at {host}:{port} ({reason}). Choose another port with --port.",
                    host=host,
                    port=port,
                    reason=error.strerror,
                )
            ) from error


def serve(host: str, port: int, *, say: str) -> None:
    """Says the line `say` when the first page can be had; returns when interrupted."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (only looked for)
    subprocess.Popen([sys.executable, "-m", "vernost.cli.announce", here, str(port), say])
    Granian(
        "vernost.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.VERNOST_WORKERS,
        blocking_threads=4,
        # A kept connection stays with the process that took it: the one has all the work, the other none.
        http1_settings=HTTP1Settings(keep_alive=False),
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        # One that is asked to stop while it starts would not hear it.
        workers_kill_timeout=_SECONDS_TO_FINISH,
    ).serve()


@contextmanager
def worker() -> Iterator[None]:
    """Background jobs are done in a process of their own while the block runs; one that dies is replaced."""
    over = threading.Event()
    watching = threading.Thread(target=_keep_working, args=(over,), daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _keep_working(over: threading.Event) -> None:
    process = _begin()
    while not over.wait(_SECONDS_BETWEEN_LOOKS):
        if process.poll() is not None:
            # Killed, or out of memory: its job is taken up again when its lease is over.
            process = _begin()
    process.terminate()
    try:
        process.wait(_SECONDS_TO_FINISH)
    except subprocess.TimeoutExpired:
        # Its job is taken up again at the next start.
        process.kill()
        process.wait()


def _begin() -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "vernost.cli", "manage", "work"])
