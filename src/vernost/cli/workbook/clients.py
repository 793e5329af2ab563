"""The sheet of clients: every output column, and the reasons in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook

from vernost.assessment.wording import judgement
from vernost.assessment.wording.columns import HEADINGS
from vernost.assessment.wording.explaining import group_why
from vernost.assessment.wording.values import CODE_WORDS, split_codes
from vernost.assessment.wording.words import Words
from vernost.cli.workbook.formats import Formats, width_of
from vernost.cli.workbook.sheet import MOST_ROWS, Sheet
from vernost.engine.tables import OUTPUTS

# What a person looks for first stands first; the rest follows in the order of the declaration.
FIRST = (
    "client_id",
    "group",
    "stage",
    "loyalty",
    "attractiveness",
    "revenue_window",
    "share",
    "expected_revenue",
)
BATCH = 10_000
Row = Mapping[str, Any]


def ordered_columns() -> list[str]:
    names = OUTPUTS["clients"].names
    return [*FIRST, *(name for name in names if name not in FIRST)]


def write_clients(
    book: Workbook, formats: Formats, words: Words, clients: pa.Table, names: Mapping[str, str]
) -> int:
    """Writes the clients by revenue, at most as many as a sheet holds; returns how many."""
    spec, columns = OUTPUTS["clients"], ordered_columns()
    heads = [
        (words.gettext(HEADINGS[name]), width_of(spec[name]), formats.of_column(spec[name]))
        for name in columns
    ]
    heads[1:1] = [
        (words.gettext("Name"), 28, formats.text),
        (words.gettext("Why this group"), 60, formats.text),
    ]
    sheet = Sheet(book.add_worksheet(words.gettext("Clients")), heads, formats.head)
    known = _cells(words, columns)
    written = clients.sort_by([("revenue_window", "descending"), ("client_id", "ascending")]).slice(
        0, MOST_ROWS - 1
    )
    for row in rows_of(written):
        values = [cell(row[name]) for name, cell in zip(columns, known, strict=True)]
        values[1:1] = [names.get(str(row["client_id"])), group_why(words, row)]
        sheet.write(values)
    _marks(sheet, formats, words, columns.index("group") + 2)
    sheet.finish()
    return int(written.num_rows)


def rows_of(table: pa.Table) -> Iterator[dict[str, Any]]:
    """The rows as dicts, a batch at a time, so that a million of them does not stand in memory."""
    for batch in table.to_batches(max_chunksize=BATCH):
        yield from batch.to_pylist()


def _cells(words: Words, columns: list[str]) -> list[Callable[[Any], object]]:
    """For each column, what makes a cell of its value: codes become words."""
    spec = OUTPUTS["clients"]
    yes, no = words.yes_no(True), words.yes_no(False)

    def translated(name: str) -> Callable[[Any], object]:
        known = {code: words.gettext(text) for code, text in CODE_WORDS[name].items()}
        return lambda value: None if value is None else ", ".join(known[code] for code in split_codes(value))

    def cell(name: str) -> Callable[[Any], object]:
        if name in CODE_WORDS:
            return translated(name)
        if spec[name].type == "boolean":
            return lambda value: None if value is None else yes if value else no
        if spec[name].type == "id":
            return str
        return lambda value: value

    return [cell(name) for name in columns]


def _marks(sheet: Sheet, formats: Formats, words: Words, place: int) -> None:
    """Groups that call for an action stand out; the word in the cell says the same."""
    for group, form in (("fire", formats.alarm), ("discipline", formats.warning)):
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{words.gettext(judgement.GROUPS[group])}"',
            "format": form,
        }
        sheet.sheet.conditional_format(1, place, max(1, sheet.row - 1), place, rule)
