"""A click command whose help speaks the language of the run."""

import click

from vernost.cli.language import gettext


class TranslatedHelp(click.Command):
    """Help with translated headings, and with the options that every command understands."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=gettext("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        own = [record for record in own if not record[0].startswith("--help")]
        if own:
            with formatter.section(gettext("Options")):
                formatter.write_dl(own)
        with formatter.section(gettext("With every command")):
            formatter.write_dl(
                [
                    (
                        "--lang ru|en",
                        gettext("Language of words, numbers and dates; else that of your system."),
                    ),
                    ("--debug", gettext("Show the whole traceback of an unexpected error.")),
                    ("--help", gettext("Show this help.")),
                ]
            )
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(TranslatedHelp):
    """What every command of `vernost` is made of: `@click.command(cls=Command)`."""
