"""The sheet of signals: what was found at whom, and what to do."""

from collections.abc import Mapping

import pyarrow as pa
from xlsxwriter import Workbook

from vernost.assessment.wording import judgement
from vernost.assessment.wording.columns import heading
from vernost.assessment.wording.signals import signal_advice, signal_found, signal_name
from vernost.assessment.wording.words import Words
from vernost.cli.workbook.clients import rows_of
from vernost.cli.workbook.formats import Formats
from vernost.cli.workbook.sheet import MOST_ROWS, Sheet
from vernost.engine.codes import SIGNAL_BY_CODE


def write_signals(
    book: Workbook, formats: Formats, words: Words, signals: pa.Table, names: Mapping[str, str]
) -> int:
    """Writes the signals, the gravest and dearest first; returns how many."""
    text = formats.text
    heads = [
        (words.gettext(heading("signals", "client_id")), 20, text),
        (words.gettext("Name"), 28, text),
        (words.gettext("About"), 24, text),
        (words.gettext(heading("signals", "code")), 30, text),
        (words.gettext(heading("signals", "severity")), 14, text),
        (words.gettext(heading("signals", "first_on")), 12, formats.day),
        (words.gettext(heading("signals", "at_stake")), 15, formats.money),
        (words.gettext("What was found"), 70, text),
        (words.gettext("What to do"), 70, text),
        (words.gettext(heading("signals", "observed")), 12, formats.decimal),
        (words.gettext(heading("signals", "expected")), 12, formats.decimal),
        (words.gettext(heading("signals", "threshold")), 12, formats.decimal),
        (words.gettext(heading("signals", "observations")), 10, formats.whole),
        (words.gettext(heading("signals", "looks")), 10, formats.decimal),
    ]
    sheet = Sheet(book.add_worksheet(words.gettext("Signals")), heads, formats.head)
    order = [
        ("severity", "descending"),
        ("at_stake", "descending"),
        ("client_id", "ascending"),
        ("code", "ascending"),
    ]
    written = signals.sort_by(order).slice(0, MOST_ROWS - 1)
    for row in rows_of(written):
        code, client_id = row["code"], str(row["client_id"])
        sheet.write(
            [
                client_id,
                names.get(client_id),
                words.gettext(judgement.AREAS[SIGNAL_BY_CODE[code].area]),
                signal_name(words, code),
                words.gettext(judgement.SEVERITIES[row["severity"]]),
                row["first_on"],
                row["at_stake"],
                signal_found(words, row),
                signal_advice(words, code),
                row["observed"],
                row["expected"],
                row["threshold"],
                row["observations"],
                row["looks"],
            ]
        )
    for severity, form in ((3, formats.alarm), (2, formats.warning)):
        value = f'"{words.gettext(judgement.SEVERITIES[severity])}"'
        rule = {"type": "cell", "criteria": "==", "value": value, "format": form}
        sheet.sheet.conditional_format(1, 4, max(1, sheet.row - 1), 4, rule)
    sheet.finish()
    return int(written.num_rows)
