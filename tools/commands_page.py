"""Prints the reference of the commands in one language, as Markdown: `python -m tools.commands_page ru`.

A process of its own for each language: the command line chooses its language before it loads a command.
"""

import sys

import click

from vernost.cli.commands import COMMANDS
from vernost.cli.language import gettext, speak

TITLES = {"en": "The commands", "ru": "Команды"}
WIDTH = 96


def commands_page(language: str) -> str:
    speak(language)
    parts = [f"# {TITLES[language]}\n"]
    for name, lazy in COMMANDS.items():
        summary = gettext(lazy.summary)
        parts.append(f"## vernost {name}\n\n{summary}\n\n```\n{help_text(name, lazy.load())}\n```\n")
    return "\n".join(parts)


def help_text(name: str, command: click.Command) -> str:
    context = click.Context(
        command, info_name=f"vernost {name}", terminal_width=WIDTH, max_content_width=WIDTH
    )
    return command.get_help(context)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text stream when run as a program
    print(commands_page(sys.argv[1]), end="")
