"""The whole workbook, sheet after sheet."""

from pathlib import Path

from xlsxwriter import Workbook

from vernost.cli.judging import Judged
from vernost.cli.workbook.clients import write_clients
from vernost.cli.workbook.company import write_concentration, write_settings, write_summary
from vernost.cli.workbook.formats import Formats
from vernost.cli.workbook.signals import write_signals

# Beyond this the workbook is made row by row, to save memory.
MANY = 20_000


def write_workbook(path: Path, judged: Judged) -> list[str]:
    """Writes the workbook; returns sentences on what did not fit into it."""
    words, result = judged.words, judged.result
    clients, signals = result.clients.to_arrow(), result.signals.to_arrow()
    names = judged.all_names()
    part = path.with_name(path.name + ".part")
    many = clients.num_rows > MANY
    options = {"constant_memory": many, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(part), options) as book:
        formats = Formats.of(book, words.language)
        write_summary(book, formats, words, result.company, judged.settings, names)
        shown = write_clients(book, formats, words, clients, names)
        raised = write_signals(book, formats, words, signals, names)
        write_concentration(book, formats, words, result.company, names)
        write_settings(book, formats, words, judged.settings)
    part.replace(path)
    said = []
    for written, total, table in (
        (shown, clients.num_rows, "clients"),
        (raised, signals.num_rows, "signals"),
    ):
        if written < total:
            said.append(
                words.gettext(
                    "{file} holds the first {shown} of {total} rows; all of them are in {table}.parquet.",
                    file=path.name,
                    shown=words.number(written),
                    total=words.number(total),
                    table=table,
                )
            )
    return said
