"""(4) How revenue is spread over clients, and what if one leaves."""

from collections.abc import Sequence
from typing import Any

from vernost.cli.report.markup import Child, Markup, element, join
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import bar, note, picture, section, table

WIDTH, HEIGHT = 560, 360
LEFT, RIGHT, TOP, BOTTOM = 52, 24, 14, 50
MOST_POINTS = 400


def concentration(material: Material) -> Markup:
    words, spread = material.words, material.company["concentration"]
    title = words.gettext("Concentration, and if a client leaves")
    if not spread["curve"]:
        return section(
            "concentration", title, note(words.gettext("No revenue in the window: there is nothing to draw."))
        )
    caption = words.gettext(
        "Largest clients first: {one} of revenue comes from the largest one, {five} from the five largest, "
        "{fifth} from the largest fifth. HHI {hhi}.",
        one=words.percent(spread["top_1"]),
        five=words.percent(spread["top_5"]),
        fifth=words.percent(spread["top_20_percent"]),
        hhi=words.number(spread["hhi"], 3),
    )
    classes = table(
        (words.gettext("ABC class"), words.gettext("Clients"), words.gettext("Revenue, window")),
        [
            (row["abc"], words.number(row["clients"]), words.money(row["revenue_window"]))
            for row in spread["abc"]
        ],
    )
    return section(
        "concentration",
        title,
        element(
            "div",
            element("div", picture(_curve(material, spread["curve"], title), caption), classes),
            element("div", element("h3", words.gettext("If this client leaves")), _leaving(material)),
            class_="columns",
        ),
    )


def _leaving(material: Material) -> Markup:
    words = material.words
    rows: list[tuple[Child, ...]] = [
        (
            material.name_of(row["client_id"]),
            words.percent(row["share"], 1),
            bar(row["share"], "fire" if row["share"] >= material.settings.dependence_share else ""),
            words.money(row["revenue_window"]),
            words.money(row["net_contribution_window"]),
            words.number(row["hhi_after"], 3),
        )
        for row in material.company["if_leaves"]
    ]
    headings = (
        words.gettext("Client"),
        words.gettext("Share of revenue"),
        "",
        words.gettext("Revenue lost"),
        words.gettext("Contribution lost"),
        words.gettext("HHI after"),
    )
    limit = words.gettext(
        "A client who gives {part} or more is a danger.",
        part=words.percent(material.settings.dependence_share),
    )
    return join([table(headings, rows), note(limit)])


def _x(part: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * part


def _y(part: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - part)


def _curve(material: Material, curve: Sequence[dict[str, Any]], title: str) -> Markup:
    words = material.words
    parts: list[Child] = []
    for mark in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=_y(mark), y2=_y(mark), class_="grid"))
        parts.append(
            element("text", words.percent(mark), x=LEFT - 6, y=_y(mark) + 4, text_anchor="end", class_="tick")
        )
        parts.append(
            element(
                "text",
                words.percent(mark),
                x=_x(mark),
                y=HEIGHT - BOTTOM + 18,
                text_anchor="middle",
                class_="tick",
            )
        )
    step = max(1, len(curve) // MOST_POINTS)
    drawn = [*curve[::step], curve[-1]]
    points = " ".join(f"{_x(row['clients_part']):.1f},{_y(row['revenue_part']):.1f}" for row in drawn)
    start = f"{_x(0):.1f},{_y(0):.1f}"
    area = f"{start} {points} {_x(1):.1f},{_y(0):.1f}"
    parts += [
        element("line", x1=_x(0), y1=_y(0), x2=_x(1), y2=_y(1), class_="even"),
        element("polygon", points=area, class_="area"),
        element("polyline", points=f"{start} {points}", class_="curve"),
        element(
            "text",
            words.gettext("part of clients, largest first"),
            x=_x(0.5),
            y=HEIGHT - 8,
            text_anchor="middle",
        ),
        element("text", words.gettext("part of revenue"), x=_x(0.03), y=_y(1.0) + 16, class_="tick"),
    ]
    return element("svg", parts, viewbox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=title, class_="half")
