"""The entry of `vernost`: one clear message and an exit code for whatever happens, never a traceback."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from vernost.cli.commands import COMMANDS
from vernost.cli.language import gettext as _
from vernost.cli.language import is_known, language_of_environment, speak, take_language
from vernost.cli.lazy import LazyGroup
from vernost.cli.usage import words_of_usage_error

DONE, UNEXPECTED, WRONG_USAGE, WRONG_DATA, INTERRUPTED = 0, 1, 2, 3, 130


class Vernost(LazyGroup):
    catalogue = COMMANDS


def main() -> None:
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code."""
    own, handed_over = _split(arguments or ["--help"])
    language, own = take_language(own)
    debug = "--debug" in own
    own = [word for word in own if word != "--debug"]
    speak(language if language and is_known(language) else language_of_environment(os.environ))
    if language is not None and not is_known(language):
        return _fail(_("--lang is ru or en, not {language}.", language=repr(language)), WRONG_USAGE)
    group = Vernost(
        name="vernost",
        help=_("Who your regular clients are, what each is worth, who is about to leave and why."),
    )
    try:
        result = group.main(args=[*own, *handed_over], prog_name="vernost", standalone_mode=False)
    except click.UsageError as error:
        return _fail(words_of_usage_error(error), WRONG_USAGE)
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _fail(_("Stopped. What was not finished was not written."), INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough; closing quietly is what it expects.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            traceback.print_exc()
            return UNEXPECTED
        return _fail(_unexpected(error), UNEXPECTED)
    return result if isinstance(result, int) else DONE


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Our own words, and those that belong untouched to a command that hands over (`vernost manage …`)."""
    for place, word in enumerate(arguments):
        if word in COMMANDS and COMMANDS[word].hands_over:
            return list(arguments[: place + 1]), list(arguments[place + 1 :])
        if word in COMMANDS:
            break
    return list(arguments), []


def _fail(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _unexpected(error: Exception) -> str:
    return _(
        "Unexpected error, a fault of Vernost and not yours: {error}. "
        "Repeat with --debug and report what it prints; your files were not changed.",
        error=f"{type(error).__name__}: {error}".replace("\n", " "),
    )
