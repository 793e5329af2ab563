"""`vernost demo`: makes the company at the first start, afterwards only shows it."""

from importlib import import_module
from pathlib import Path

import click

from vernost.cli.command import Command
from vernost.cli.demo.place import Place
from vernost.cli.django import start_django
from vernost.cli.language import gettext as _
from vernost.cli.language import spoken_language

_HOST = "127.0.0.1"


@click.command(cls=Command, help=_("Shows an invented company in the browser; nothing leaves this machine."))
@click.option("--port", default=8000, show_default=True, help=_("Port to listen on."))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("vernost-demo"),
    show_default=True,
    help=_("Folder in which the demo keeps its companies."),
)
@click.option(
    "--language", type=click.Choice(["ru", "en"]), help=_("Language of the company and of its people.")
)
@click.option(
    "--company",
    type=click.Choice(["law", "wholesale"]),
    default="law",
    show_default=True,
    help=_("What the company does."),
)
def demo(port: int, data: Path, language: str | None, company: str) -> None:
    language = language or spoken_language()
    place = Place((data / f"{company}-{language}").absolute())
    place.rule_the_environment(language)
    start_django()
    # What knows models is imported after Django is up.
    serving = import_module("vernost.cli.serving")
    serving.refuse_taken_port(_HOST, port)
    if not place.is_made():
        import_module("vernost.cli.demo.making").make_demo(company, language, place)
    login, password = place.login()
    line = _(
        "Vernost is at http://{host}:{port} — login {login}, password {password} — stop it with Ctrl+C.",
        host=_HOST,
        port=port,
        login=login,
        password=password,
    )
    with serving.worker():
        serving.serve(_HOST, port, say=line)
