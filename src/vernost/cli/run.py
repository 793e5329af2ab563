"""`vernost run`: the web server and a worker beside it, until interrupted."""

from importlib import import_module

import click

from vernost.cli.command import Command
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _


@click.command(cls=Command, help=_("Serves the web pages and does the background work."))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
@click.option("--port", default=8000, show_default=True, help=_("Port to listen on."))
def run(host: str, port: int) -> None:
    start_django()
    # What knows models is imported after Django is up.
    serving = import_module("vernost.cli.serving")
    serving.refuse_taken_port(host, port)
    token = import_module("vernost.cli.preparing").prepare()
    lines = [_("Vernost is at http://{host}:{port}. Stop it with Ctrl+C.", host=host, port=port)]
    if token:
        lines.append(
            _(
                "Nobody can log in yet. Make the first director at http://{host}:{port}/setup/?token={token}",
                host=host,
                port=port,
                token=token,
            )
        )
    with serving.worker():
        serving.serve(host, port, say="\n".join(lines))
