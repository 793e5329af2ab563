"""What `vernost assess --out` leaves in its folder: the tables, the report, the workbook."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from vernost import engine
from vernost.cli.judging import Judged
from vernost.cli.language import gettext as _
from vernost.cli.report.material import collect, shown_clients
from vernost.cli.report.movement import Movement, days_before
from vernost.cli.report.page import page
from vernost.cli.workbook import write_workbook
from vernost.engine import EngineError

if TYPE_CHECKING:
    from vernost.engine import Assessment

# What an earlier day may lack, without making today's judgement worse.
NO_PAST = ("empty_table",)


def write(judged: Judged, out: Path) -> None:
    """Tables, report.html and assessment.xlsx in the folder `out`."""
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
