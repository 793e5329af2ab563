"""Commands that are imported when they are called: `vernost --help` stays quick, `assess` meets no Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

import click

from vernost.cli.command import TranslatedHelp
from vernost.cli.language import gettext


@dataclass(frozen=True)
class LazyCommand:
    """Where a command lives ("package.module:attribute") and its line in the list of commands (a msgid).

    `hands_over`: everything after the command's name goes to it untouched (`vernost manage …`).
    """

    target: str
    summary: str
    hands_over: bool = False

    def load(self) -> click.Command:
        module, _, attribute = self.target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


class LazyGroup(TranslatedHelp, click.Group):
    """A group that knows its commands by name and loads the one that is asked for."""

    catalogue: Mapping[str, LazyCommand] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.catalogue)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = self.catalogue.get(cmd_name)
        return lazy.load() if lazy else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.catalogue:
            near = get_close_matches(args[0], self.catalogue, n=1)
            known = gettext("did you mean {command}?", command=near[0]) if near else ", ".join(self.catalogue)
            raise click.UsageError(
                gettext("There is no command {name}: {known}", name=args[0], known=known), ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(lazy.summary)) for name, lazy in self.catalogue.items()])
