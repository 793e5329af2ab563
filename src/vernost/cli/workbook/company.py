"""The sheets of the whole company: summary, concentration, settings."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from vernost.assessment.wording import judgement
from vernost.assessment.wording.gaps import gaps_in_words
from vernost.assessment.wording.settings import setting_text
from vernost.assessment.wording.words import Words
from vernost.cli.findings import findings
from vernost.cli.workbook.formats import Formats
from vernost.cli.workbook.sheet import Sheet, write_cell
from vernost.engine import Settings

Names = Mapping[str, str]


def write_summary(
    book: Workbook,
    formats: Formats,
    words: Words,
    company: Mapping[str, Any],
    settings: Settings,
    names: Names,
) -> None:
    """Totals, findings, groups, stages, levels, what was not judged."""
    sheet = book.add_worksheet(words.gettext("Summary"))
    sheet.set_column(0, 0, 64)
    sheet.set_column(1, 3, 20)
    totals = company["totals"]
    rows: list[tuple[list[object], list[Format]]] = []

    def add(values: list[object], *forms: Format) -> None:
        rows.append((values, list(forms)))

    add([words.gettext("Clients on {day}", day=words.day(company["as_of"]))], formats.title)
    for name, value, form in (
        (words.gettext("Clients who ever bought"), totals["buyers"], formats.whole),
        (words.gettext("Regular clients"), totals["regular"], formats.whole),
        (words.gettext("Their part of revenue"), totals["regular_revenue_part"], formats.percent),
        (words.gettext("Revenue, window"), totals["revenue_window"], formats.money),
        (words.gettext("Revenue, window before"), totals["revenue_previous"], formats.money),
        (words.gettext("Net contribution, window"), totals["net_contribution_window"], formats.money),
    ):
        add([name, value], formats.text, form)
    add([])
    for sentence in findings(words, company, settings, names):
        add([sentence], formats.wrapped)
    for title, key, code, known in (
        (words.gettext("Group"), "groups", "group", judgement.GROUPS),
        (words.gettext("Stage"), "stages", "stage", judgement.STAGES),
        (words.gettext("Loyalty"), "loyalty", "level", judgement.LOYALTY),
    ):
        add([])
        heads: list[object] = [title, words.gettext("Clients"), words.gettext("Revenue, window")]
        add(heads, *[formats.head] * 3)
        for row in company[key]:
            values: list[object] = [words.gettext(known[row[code]]), row["clients"], row["revenue_window"]]
            add(values, formats.text, formats.whole, formats.money)
    missing = gaps_in_words(words, company["not_judged"])
    if missing:
        add([])
        add([words.gettext("What could not be judged")], formats.head)
        for sentence in missing:
            add([sentence], formats.wrapped)
    for place, (line, forms) in enumerate(rows):
        for column, (value, form) in enumerate(zip(line, forms, strict=True)):
            write_cell(sheet, place, column, value, form)


def write_concentration(
    book: Workbook, formats: Formats, words: Words, company: Mapping[str, Any], names: Names
) -> None:
    """The largest clients, and what is lost with each."""
    heads = [
        (words.gettext("Client"), 20, formats.text),
        (words.gettext("Name"), 28, formats.text),
        (words.gettext("Share of revenue"), 14, formats.percent),
        (words.gettext("Revenue lost"), 16, formats.money),
        (words.gettext("Contribution lost"), 16, formats.money),
        (words.gettext("HHI after"), 12, formats.decimal),
    ]
    sheet = Sheet(book.add_worksheet(words.gettext("Concentration")), heads, formats.head)
    for row in company["if_leaves"]:
        client_id = str(row["client_id"])
        sheet.write(
            [
                client_id,
                names.get(client_id),
                row["share"],
                row["revenue_window"],
                row["net_contribution_window"],
                row["hhi_after"],
            ]
        )
    sheet.finish()


def write_settings(book: Workbook, formats: Formats, words: Words, settings: Settings) -> None:
    """Every setting with its value and meaning."""
    heads = [
        (words.gettext("Setting"), 26, formats.text),
        (words.gettext("Value"), 20, formats.text),
        (words.gettext("Meaning"), 80, formats.text),
    ]
    sheet = Sheet(book.add_worksheet(words.gettext("Settings")), heads, formats.head)
    for setting in fields(Settings):
        value = getattr(settings, setting.name)
        sheet.write([setting.name, setting_text(words, value), words.gettext(setting.metadata["meaning"])])
    sheet.finish()
