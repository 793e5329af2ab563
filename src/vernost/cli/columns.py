"""`vernost columns`: every table and column, from the one declaration of the engine."""

import click

from vernost.assessment.wording.columns import meaning_of_column, meaning_of_table, words_of_type
from vernost.cli.command import Command
from vernost.cli.language import gettext as _
from vernost.engine.tables import INPUTS, OUTPUTS, TableSpec


@click.command(
    cls=Command, help=_("All tables and columns that go in and come out; * is what must be there.")
)
def columns() -> None:
    click.echo(_("Tables that go in (only orders must be there)"))
    for table in INPUTS.values():
        click.echo(_table(table))
    click.echo(_("Tables that come out"))
    for table in OUTPUTS.values():
        click.echo(_table(table))


def _table(table: TableSpec) -> str:
    lines = [f"\n{table.name}: {_(meaning_of_table(table))}"]
    for column in table.columns:
        mark = "*" if column.required else " "
        kind = _(words_of_type(column))
        allowed = f" [{', '.join(column.allowed)}]" if column.allowed else ""
        lines.append(f"  {mark} {column.name:<26} {kind:<13} {_(meaning_of_column(column))}{allowed}")
    return "\n".join(lines) + "\n"
