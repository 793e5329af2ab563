"""(3) The map of clients: attractiveness upwards, loyalty to the right, size = revenue, colour and shape = group."""

from collections.abc import Mapping
from math import pi, sqrt
from typing import Any

from vernost.assessment.wording import judgement
from vernost.assessment.wording.words import Words
from vernost.cli.report.markup import Child, Markup, element, join
from vernost.cli.report.material import MOST_ON_MAP, Material
from vernost.cli.report.pieces import chip, note, picture, section

WIDTH, HEIGHT = 1000, 520
LEFT, RIGHT, TOP, BOTTOM = 50, 12, 12, 64
LARGEST = 34.0
SMALLEST = 3.5
LEVELS = ("none", "satisfaction", "devotion", "partnership")


def client_map(material: Material) -> Markup:
    words = material.words
    title = words.gettext("Map of clients: value × loyalty")
    if not material.on_map:
        return section(
            "map", title, note(words.gettext("Nobody bought in the window: there is nothing to draw."))
        )
    drawing = element(
        "svg",
        _frame(words, _bands(material)),
        _points(material, _bands(material)),
        viewbox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=title,
    )
    legend = join([element("span", chip(words, group), " ") for group in judgement.GROUPS])
    meaning = words.gettext(
        "Higher: more attractive. Further right: a higher level of loyalty and, within a level, "
        "surer to be still a client. Size: revenue of the window."
    )
    if not _all_known(material):
        meaning = words.gettext(
            "Higher: more attractive. Further right: a higher level of loyalty and, within a level, "
            "less silent against its rhythm. Size: revenue of the window."
        )
    remarks: list[Child] = []
    buyers = material.company["totals"]["buyers"]
    if len(material.on_map) == MOST_ON_MAP and buyers > MOST_ON_MAP:
        remarks.append(
            note(
                words.gettext(
                    "Drawn are the {shown} clients with the largest revenue of {total} who ever bought.",
                    shown=words.number(MOST_ON_MAP),
                    total=words.number(buyers),
                )
            )
        )
    return section("map", title, picture(drawing, join([legend, meaning])), remarks)


def _bands(material: Material) -> dict[str, tuple[float, float]]:
    """From where to where each level reaches: wider where more clients are, never too narrow for its name."""
    weights = {level: sqrt(sum(1 for row in material.on_map if row["loyalty"] == level)) for level in LEVELS}
    whole = WIDTH - LEFT - RIGHT
    least = 0.14
    free = 1 - least * len(LEVELS)
    start, bands = float(LEFT), {}
    for level in LEVELS:
        width = whole * (least + free * weights[level] / (sum(weights.values()) or 1))
        bands[level] = (start, start + width)
        start += width
    return bands


def _y(attractiveness: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - attractiveness / 100)


def _frame(words: Words, bands: Mapping[str, tuple[float, float]]) -> Markup:
    parts: list[Child] = []
    for mark in (0, 25, 50, 75, 100):
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=_y(mark), y2=_y(mark), class_="grid"))
        parts.append(element("text", str(mark), x=LEFT - 8, y=_y(mark) + 4, text_anchor="end", class_="tick"))
    for level, (start, end) in bands.items():
        parts.append(element("line", x1=start, x2=start, y1=TOP, y2=HEIGHT - BOTTOM, class_="edge"))
        middle = (start + end) / 2
        name = words.gettext(judgement.LOYALTY[level])
        parts.append(element("text", name, x=middle, y=HEIGHT - BOTTOM + 22, text_anchor="middle"))
    middle = TOP + (HEIGHT - TOP - BOTTOM) / 2
    upwards = f"rotate(-90 14 {middle})"
    parts.append(
        element(
            "text", words.gettext("Attractiveness"), x=14, y=middle, text_anchor="middle", transform=upwards
        )
    )
    below = words.gettext("Loyalty →")
    parts.append(element("text", below, x=(LEFT + WIDTH) / 2, y=HEIGHT - 14, text_anchor="middle"))
    return join(parts)


def _points(material: Material, bands: Mapping[str, tuple[float, float]]) -> Markup:
    most = max(float(row["revenue_window"]) for row in material.on_map)
    # The largest first, so that small ones lie on top and can be pointed at.
    return join([_point(material, row, bands, most, place) for row, place in _placed(material)])


def _placed(material: Material) -> list[tuple[Mapping[str, Any], float]]:
    """Each client with its place 0–1 within its level: by how sure it is to be still a client, or how little silent."""
    places: dict[str, float] = {}
    column, sign = ("p_alive", 1) if _all_known(material) else ("overdue_ratio", -1)
    for level in LEVELS:
        rows = [row for row in material.on_map if row["loyalty"] == level]
        rows.sort(key=lambda row: (sign * (row[column] or 0.0), str(row["client_id"])))
        for place, row in enumerate(rows):
            places[row["client_id"]] = (place + 0.5) / len(rows)
    return [(row, places[row["client_id"]]) for row in material.on_map]


def _all_known(material: Material) -> bool:
    """Whether the probability to be still a client is known of everybody on the map."""
    return all(row["p_alive"] is not None for row in material.on_map)


def _point(
    material: Material,
    row: Mapping[str, Any],
    bands: Mapping[str, tuple[float, float]],
    most: float,
    place: float,
) -> Markup:
    start, end = bands[row["loyalty"]]
    size = max(SMALLEST, LARGEST * sqrt(float(row["revenue_window"]) / most))
    margin = min(size, (end - start) / 3) + 4
    x = start + margin + (end - start - 2 * margin) * place
    words = material.words
    about = [
        material.name_of(row["client_id"]),
        words.gettext(judgement.GROUPS[row["group"]]),
        words.gettext("revenue {money}", money=words.money(row["revenue_window"])),
        words.gettext("attractiveness {points}", points=words.number(row["attractiveness"])),
        words.gettext("loyalty: {level}", level=words.gettext(judgement.LOYALTY[row["loyalty"]])),
        words.gettext("still a client: {part}", part=words.percent(row["p_alive"])),
    ]
    return element(
        "g", element("title", "\n".join(about)), _shape(row["group"], x, _y(row["attractiveness"]), size)
    )


def _shape(group: str, x: float, y: float, size: float) -> Markup:
    """A shape of the area of a circle with the radius `size`."""
    look = f"mark {group}"
    if group == "reward":
        return element("circle", cx=x, cy=y, r=size, class_=look)
    if group == "manage":
        side = size * sqrt(pi)
        return element(
            "rect", x=x - side / 2, y=y - side / 2, width=side, height=side, rx=side / 8, class_=look
        )
    if group == "discipline":
        half = size * sqrt(pi / 2)
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    else:
        edge = size * sqrt(4 * pi / sqrt(3))
        height = edge * sqrt(3) / 2
        corners = [(x, y - height * 2 / 3), (x + edge / 2, y + height / 3), (x - edge / 2, y + height / 3)]
    return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), class_=look)
