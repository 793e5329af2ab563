"""`vernost assess`: one orders file in, a judgement on every client out."""

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vernost import engine
from vernost.cli.command import Command
from vernost.cli.judging import Judged, judging
from vernost.cli.language import gettext as _
from vernost.cli.options import request_of, request_options
from vernost.cli.refusal import refusing
from vernost.cli.report.material import collect, shown_clients
from vernost.cli.report.movement import Movement, days_before
from vernost.cli.report.page import page
from vernost.cli.summary import print_summary
from vernost.cli.workbook import write_workbook
from vernost.engine import EngineError

if TYPE_CHECKING:
    from vernost.engine import Assessment

# What an earlier day may lack, without making today's judgement worse.
NO_PAST = ("empty_table",)


@click.command(
    cls=Command,
    help=_(
        "Judge every client from files of orders: client, day and amount are enough; other tables sharpen it. "
        "CSV, TSV, XLSX, XLS and Parquet are read."
    ),
)
@request_options
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=_("Write report.html, assessment.xlsx, clients.parquet, signals.parquet and company.json here."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print company.json, and nothing else."))
@refusing
def assess(out: Path | None, as_json: bool, **values: Any) -> None:
    request = request_of(values)
    if out is not None:
        _prepare(out)
    with judging(request, rejected_to=out or Path()) as judged:
        if out is not None:
            _write(judged, out)
        if as_json:
            click.echo(json.dumps(judged.result.company, ensure_ascii=False, indent=2, default=str))
        elif out is None:
            print_summary(judged)
    if out is not None:
        click.echo(
            _("Written: {folder}. Open {report} in a browser.", folder=out, report=out / "report.html"),
            err=True,
        )


def _prepare(out: Path) -> None:
    """Fails before the long work, not after it, where nothing can be written."""
    out.mkdir(parents=True, exist_ok=True)
    probe = out / ".vernost-probe"
    probe.touch()
    probe.unlink()


def _write(judged: Judged, out: Path) -> None:
    result, words = judged.result, judged.words
    judged.tell(_("Writing tables"), 0.0)
    result.write(out)
    movement = _movement(judged)
    judged.tell(_("Writing the report"), 0.8)
    material = collect(
        words=words,
        result=result,
        settings=judged.settings,
        movement=movement,
        names=judged.names(shown_clients(result)),
        files=judged.request.files,
    )
    _replace(out / "report.html", page(material))
    judged.tell(_("Writing the workbook"), 0.9)
    write_workbook(out / "assessment.xlsx", judged)


def _movement(judged: Judged) -> Movement:
    """Migrations over the last four quarters: the same tables judged on four earlier days."""
    result = judged.result
    days = days_before(result.as_of, judged.first_order())
    past: list[Assessment] = []
    for place, day in enumerate(days):
        judged.tell(_("Judging {day}", day=judged.words.day(day)), 0.1 + 0.7 * place / len(days))
        try:
            past.append(judged.again(day))
        except EngineError as error:
            # Before the first order there is nobody to move.
            if error.code not in NO_PAST:
                raise
    every = [*past, result]
    steps = [engine.migration(before, after) for before, after in pairwise(every)]
    return Movement(steps, engine.migration(every[0], result) if past else None)


def _replace(path: Path, text: str) -> None:
    """A half-written file never stands under the final name."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
