"""Reads, judges, and says what a person should know of it: the day taken, the rows left out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vernost import engine
from vernost.assessment.wording.words import Words
from vernost.cli.backends import backend_of
from vernost.cli.given_settings import given_settings
from vernost.cli.language import gettext as _
from vernost.cli.language import spoken_language
from vernost.cli.options import Request
from vernost.cli.progress import Tell, progress
from vernost.cli.reading import names_of, read
from vernost.cli.rejected import rejected_rows
from vernost.cli.steps import step_name
from vernost.cli.warming import engine_loading
from vernost.engine.io import TablesRead

if TYPE_CHECKING:
    from vernost.engine import Assessment, Settings, Tables


@dataclass(frozen=True)
class Judged:
    """One run: what was read, by which settings, and the judgement."""

    request: Request
    reading: TablesRead
    tables: "Tables"
    settings: "Settings"
    result: "Assessment"
    words: Words
    tell: Tell

    def names(self, client_ids: set[str]) -> dict[str, str]:
        return names_of(self.reading, client_ids)

    def all_names(self) -> dict[str, str]:
        """Names of all clients that have one."""
        return names_of(self.reading, None)

    def first_order(self) -> date:
        """The first day on which anybody bought."""
        row = self.reading.connection.execute("SELECT min(ordered_on) FROM orders").fetchall()[0]
        return row[0] or self.result.as_of

    def again(self, as_of: date) -> "Assessment":
        """The same tables judged on another day."""
        return engine.assess(self.tables, self.settings, as_of)


@contextmanager
def judging(request: Request, rejected_to: Path) -> Iterator[Judged]:
    """Judges; while the block runs, the progress bar stands and the engine may be asked for more.

    What could not be read goes to `rejected_to`, when the person asked to go on without it.
    """
    settings = given_settings(request.settings_file, request.pairs, request.currency)
    with progress() as tell, _uncollected():
        with engine_loading():
            reading = read(request, tell)
        with rejected_rows(reading) as rejected_rows_to, backend_of(request, reading) as tables:
            result = engine.assess(
                tables,
                settings,
                request.as_of,
                on_progress=lambda step, done, of: tell(step_name(step), done / of),
                keep_stages=request.keep_stages,
            )
            words = Words.load(spoken_language(), settings.currency)
            rejected = rejected_rows_to(rejected_to)
            yield Judged(request, reading, tables, settings, result, words, tell)
    for path, rows in rejected:
        click.echo(
            _("Rows that could not be read: {rows}; they are in {file}.", rows=words.number(rows), file=path),
            err=True,
        )
    if request.as_of is None:
        click.echo(_("As of {day}, the day of the last order.", day=words.day(result.as_of)), err=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """A judgement takes seconds and needs until its end what it makes: to look for garbage would find none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
