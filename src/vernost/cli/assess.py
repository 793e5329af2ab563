"""`vernost assess`: one orders file in, a judgement on every client out."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from vernost.cli.command import Command
from vernost.cli.judging import judging
from vernost.cli.language import gettext as _
from vernost.cli.options import request_of, request_options
from vernost.cli.refusal import refusing


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
            # Report, workbook and summary are imported by who asks for them: --json meets none of them.
            import_module("vernost.cli.writing").write(judged, out)
        if as_json:
            click.echo(json.dumps(judged.result.company, ensure_ascii=False, indent=2, default=str))
        elif out is None:
            import_module("vernost.cli.summary").print_summary(judged)
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
