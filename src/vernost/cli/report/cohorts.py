"""(6) Cohorts by quarter of the first order: how many still buy, and how much."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

from vernost.assessment.wording.words import Words
from vernost.cli.report.markup import Child, Markup, element, join
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import note, section

MOST_QUARTERS = 16
Cells = dict[tuple[str, int], Mapping[str, Any]]


def cohorts(material: Material) -> Markup:
    words, rows = material.words, material.company["cohorts"]
    title = words.gettext("Cohorts: who came when, and who still buys")
    if not rows:
        return section("cohorts", title, note(words.gettext("No orders, no cohorts.")))
    every = sorted({row["cohort"] for row in rows})
    names = every[-MOST_QUARTERS:]
    cells: Cells = {(row["cohort"], row["quarter"]): row for row in rows if row["cohort"] in names}
    remarks: list[Child] = []
    if len(every) > len(names):
        remarks.append(
            note(
                words.gettext(
                    "Shown are the last {shown} of {total} quarters.", shown=len(names), total=len(every)
                )
            )
        )
    return section(
        "cohorts",
        title,
        note(
            words.gettext(
                "Rows: quarter of the first order. Columns: quarters since. The stronger the colour, the more."
            )
        ),
        element("h3", words.gettext("Part of the cohort that bought")),
        _triangle(words, names, cells, "clients"),
        element("h3", words.gettext("Revenue")),
        _triangle(words, names, cells, "revenue"),
        remarks,
    )


def _triangle(words: Words, names: list[str], cells: Cells, what: str) -> Markup:
    quarters = range(max(quarter for _cohort, quarter in cells) + 1)
    most = max((float(cell[what]) for cell in cells.values()), default=0.0)
    head = [words.gettext("Cohort"), words.gettext("Clients"), *[str(quarter) for quarter in quarters]]
    lines: list[Child] = [element("tr", [element("th", text, scope="col") for text in head])]
    for name in names:
        size = next((cell["size"] for (cohort, _quarter), cell in cells.items() if cohort == name), None)
        line: list[Child] = [
            element("th", _quarter(words, name), scope="row"),
            element("td", words.number(size)),
        ]
        for quarter in quarters:
            cell = cells.get((name, quarter))
            line.append(_cell(words, cell, what, most) if cell else element("td", class_="none"))
        lines.append(element("tr", line))
    return element("div", element("table", join(lines), class_="triangle"), class_="wide", tabindex="0")


def _cell(words: Words, cell: Mapping[str, Any], what: str, most: float) -> Markup:
    if what == "clients":
        part = cell["clients"] / cell["size"] if cell["size"] else 0.0
        shown, about = words.percent(part), words.number(cell["clients"])
    else:
        part = max(0.0, float(cell["revenue"]) / most) if most > 0 else 0.0
        shown, about = words.short_money(cell["revenue"]), words.money(cell["revenue"])
    return element("td", shown, title=about, style=f"--heat:{sqrt(part) * 45:.0f}%")


def _quarter(words: Words, name: str) -> str:
    """ "2011-Q1" as the language writes it."""
    year, _, quarter = name.partition("-Q")
    return words.gettext("Q{quarter} {year}", quarter=quarter, year=year)
