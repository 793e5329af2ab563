"""`vernost explain`: every number and reason for one client, step by step."""

from pathlib import Path
from typing import Any

import click

from vernost.cli.command import Command
from vernost.cli.explanation.history import basics, outlook, regular, rhythm, share
from vernost.cli.explanation.judgement import attractiveness, group, loyalty, signals, stage
from vernost.cli.explanation.step import Step, Subject
from vernost.cli.judging import Judged, judging
from vernost.cli.language import gettext as _
from vernost.cli.options import request_of, request_options
from vernost.cli.refusal import refusing

STEPS = (basics, rhythm, outlook, share, regular, stage, loyalty, attractiveness, group, signals)


@click.command(
    cls=Command, help=_("Every number and reason for one client, in the order in which they are found.")
)
@request_options
@click.option("--client", "client_id", required=True, metavar="ID", help=_("The client to explain."))
@refusing
def explain(client_id: str, **values: Any) -> None:
    with judging(request_of(values), rejected_to=Path()) as judged:
        subject = _subject(judged, client_id)
        steps = [step(subject) for step in STEPS]
        name = judged.names({client_id}).get(client_id)
    words = subject.words
    title = f"{name} ({client_id})" if name else client_id
    click.echo(words.gettext("{client} on {day}", client=title, day=words.day(judged.result.as_of)))
    for place, step in enumerate(steps, 1):
        click.echo(_text(place, step))


def _subject(judged: Judged, client_id: str) -> Subject:
    result = judged.result
    client = result.client(client_id)
    if client is None:
        raise click.UsageError(_("There is no client {client} in these files.", client=client_id))
    occasions = [(row["on"], float(row["amount"])) for row in result.occasions_of([client_id]).to_pylist()]
    return Subject(
        judged.words, client, result.signals_of(client_id), occasions, result.company, judged.settings
    )


def _text(place: int, step: Step) -> str:
    width = max((len(name) for name, _value in step.numbers), default=0)
    lines = [f"\n{place}. {step.title}"]
    lines += [f"   {name:<{width}}  {value}" for name, value in step.numbers]
    lines += [f"   – {sentence}" for sentence in step.sentences]
    return "\n".join(lines)
