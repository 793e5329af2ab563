"""What was not judged, which settings were used, and where the numbers come from."""

from dataclasses import fields

from vernost.assessment.wording.gaps import gaps_in_words
from vernost.assessment.wording.settings import setting_text
from vernost.cli.report.markup import Child, Markup, element
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import note, section, table
from vernost.engine import Settings


def gaps(material: Material) -> Markup:
    words = material.words
    missing = gaps_in_words(words, material.company["not_judged"])
    title = words.gettext("What could not be judged")
    if not missing:
        return section("gaps", title, note(words.gettext("Nothing: every table was given.")))
    why = note(words.gettext("Unknown is not zero: give more tables, and this will be judged too."))
    return section(
        "gaps", title, why, element("ul", [element("li", text) for text in missing], class_="unknown")
    )


def settings_used(material: Material) -> Markup:
    words, defaults = material.words, Settings()
    rows: list[tuple[Child, ...]] = []
    for setting in fields(Settings):
        value = getattr(material.settings, setting.name)
        changed = value != getattr(defaults, setting.name)
        shown = setting_text(words, value)
        name = element("code", setting.name)
        meaning = words.gettext(setting.metadata["meaning"])
        rows.append((name, meaning, element("strong", shown) if changed else shown))
    headings = (words.gettext("Setting"), words.gettext("Meaning"), words.gettext("Value"))
    title = words.gettext("Settings used")
    summary = element("summary", words.gettext("Show all; changed ones are bold"))
    return section(
        "settings", title, element("details", summary, table(headings, rows, words=2)), _rows(material)
    )


def _rows(material: Material) -> Markup:
    words, rows = material.words, material.company["rows"]
    said = words.gettext(
        "Rows of orders: {orders}; returns: {returns}; cancelled, left out: {cancelled}; "
        "later than the day of the assessment, left out: {later}.",
        orders=words.number(rows["orders"]),
        returns=words.number(rows["returns"]),
        cancelled=words.number(rows["cancelled"]),
        later=words.number(rows["after_as_of"]),
    )
    return note(said)
