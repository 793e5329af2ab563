"""Wrong data and wrong usage as one message each; no traceback reaches the person."""

from collections.abc import Callable
from functools import wraps

import click

from vernost.assessment.wording.errors import bad_cells, error_text, expected_text
from vernost.assessment.wording.words import Words
from vernost.cli.language import gettext as _
from vernost.cli.language import spoken_language
from vernost.engine import EngineError

# Codes that mean that the command was called wrongly, not that the data are wrong.
USAGE = {"unknown_encoding", "unknown_separator", "unknown_target", "unknown_table", "wrong_setting"}
LONGEST_VALUE = 60


class WrongData(click.ClickException):
    """The data cannot be used as they are: exit code 3."""

    exit_code = 3


class CannotWrite(click.ClickException):
    """What was asked for cannot be written where it was asked for: exit code 2."""

    exit_code = 2


def refusing[**P, T](command: Callable[P, T]) -> Callable[P, T]:
    """Turns the engine's errors, and a disk that refuses, into messages."""

    @wraps(command)
    def refused(*arguments: P.args, **options: P.kwargs) -> T:
        try:
            return command(*arguments, **options)
        except EngineError as error:
            message = message_of(error)
            if error.code in USAGE:
                raise click.UsageError(message) from error
            raise WrongData(message) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            place = f"{error.filename}: " if error.filename else ""
            raise CannotWrite(
                _("{place}{reason}", place=place, reason=error.strerror or str(error))
            ) from error

    return refused


def message_of(error: EngineError) -> str:
    """What happened and where; nothing was written; for bad rows the first of them and what to do."""
    words = Words.load(spoken_language())
    lines = [error_text(words, error)]
    cells = bad_cells(error)
    for cell in cells:
        lines.append(
            "  "
            + _(
                "{file}, row {row}, column “{column}”: {value}, expected {expected}",
                file=cell["file"],
                row=cell["row"],
                column=cell["header"] or cell["column"],
                value=_shown(str(cell["value"])),
                expected=expected_text(words, str(cell["expected"])),
            )
        )
    if cells:
        lines.append(
            _(
                "Nothing was written. Mend the rows, or go on without them: --skip-bad-rows (they go to rejected.csv)."
            )
        )
    else:
        lines[0] += " " + _("Nothing was written.")
    return "\n".join(lines)


def _shown(value: str) -> str:
    short = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
    return f"“{short}”"
