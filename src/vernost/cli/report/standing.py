"""(1) Where we stand, in one minute."""

from typing import Any

from vernost.assessment.wording import judgement
from vernost.cli.findings import findings, revenue_change
from vernost.cli.report.markup import Child, Markup, element
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import bar, chip, note, section, table


def standing(material: Material) -> Markup:
    words = material.words
    sentences = findings(words, material.company, material.settings, material.names)
    return section(
        "standing",
        words.gettext("Where we stand"),
        _figures(material),
        element("ul", [element("li", sentence) for sentence in sentences], class_="findings"),
        _groups(material),
        element("div", _stages(material), _loyalty(material), class_="columns"),
    )


def _figures(material: Material) -> Markup:
    words, totals = material.words, material.company["totals"]
    change = revenue_change(material.company)
    against = words.gettext("{part} against the window before", part=_signed(material, change))
    figures: list[tuple[str, str, str | None]] = [
        (words.gettext("Clients who ever bought"), words.number(totals["buyers"]), None),
        (
            words.gettext("Regular clients"),
            words.number(totals["regular"]),
            words.gettext("{part} of revenue", part=words.percent(totals["regular_revenue_part"])),
        ),
        (
            words.gettext("Revenue, last {days}", days=words.days(material.company["window_days"])),
            words.money(totals["revenue_window"]),
            against if change is not None else None,
        ),
        (
            words.gettext("Net contribution"),
            words.money(totals["net_contribution_window"]),
            words.gettext(judgement.CONTRIBUTION_BASIS[material.company["contribution_basis"]]),
        ),
        (words.gettext("Clients who need attention"), words.number(material.attention.total), None),
    ]
    shown = [
        element(
            "div",
            element("dt", name),
            element("dd", value),
            element("dd", more, class_="note") if more else None,
        )
        for name, value, more in figures
    ]
    return element("dl", shown, class_="figures")


def _signed(material: Material, part: float | None) -> str:
    sign = "+" if part is not None and part > 0 else ""
    return sign + material.words.percent(part)


def _groups(material: Material) -> Markup:
    words = material.words
    rows = [
        (
            chip(words, row["group"]),
            words.number(row["clients"]),
            bar(_part(row["clients"], material.company["groups"], "clients"), row["group"]),
            words.money(row["revenue_window"]),
            words.money(row["net_contribution_window"]),
        )
        for row in material.company["groups"]
    ]
    headings = (
        words.gettext("Group"),
        words.gettext("Clients"),
        "",
        words.gettext("Revenue, window"),
        words.gettext("Net contribution, window"),
    )
    advice = [
        element("li", chip(words, group), " ", words.gettext(judgement.GROUP_ADVICE[group]))
        for group in judgement.GROUPS
    ]
    return element(
        "div",
        element("h3", words.gettext("Groups")),
        table(headings, rows),
        element(
            "details", element("summary", words.gettext("What each group calls for")), element("ul", advice)
        ),
    )


def _stages(material: Material) -> Markup:
    words = material.words
    rows = [
        _row(material, row, judgement.STAGES[row["stage"]], "stages") for row in material.company["stages"]
    ]
    headings = (words.gettext("Stage"), words.gettext("Clients"), "", words.gettext("Revenue, window"))
    return element("div", element("h3", words.gettext("Life-cycle stages")), table(headings, rows))


def _loyalty(material: Material) -> Markup:
    words = material.words
    levels = material.company["loyalty"]
    rows = [_row(material, row, judgement.LOYALTY[row["level"]], "loyalty") for row in levels]
    headings = (words.gettext("Loyalty"), words.gettext("Clients"), "", words.gettext("Revenue, window"))
    assumed = sum(row["assumed"] for row in levels)
    compelled = sum(row["by_compulsion"] for row in levels)
    remarks: list[Child] = []
    if assumed:
        remarks.append(
            note(
                words.ngettext(
                    "For {n} client the level is assumed from behaviour: nobody asked.",
                    "For {n} clients the level is assumed from behaviour: nobody asked.",
                    assumed,
                )
            )
        )
    if compelled:
        remarks.append(note(words.ngettext("{n} stays by compulsion.", "{n} stay by compulsion.", compelled)))
    return element("div", element("h3", words.gettext("Loyalty levels")), table(headings, rows), remarks)


def _row(material: Material, row: dict[str, Any], name: str, among: str) -> tuple[Child, ...]:
    words = material.words
    part = _part(row["clients"], material.company[among], "clients")
    return words.gettext(name), words.number(row["clients"]), bar(part), words.money(row["revenue_window"])


def _part(value: float, rows: list[dict[str, Any]], key: str) -> float:
    whole = sum(row[key] for row in rows)
    return value / whole if whole else 0.0
