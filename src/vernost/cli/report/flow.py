"""(5) Movement between groups over the last four quarters: the flow, the matrix, the tendency."""

from collections.abc import Mapping, Sequence
from typing import Any

from vernost.assessment.wording import judgement
from vernost.cli.report.markup import Child, Markup, element, join
from vernost.cli.report.material import Material
from vernost.cli.report.movement import moves, tendency
from vernost.cli.report.pieces import MARKS, chip, note, picture, section, table
from vernost.engine.codes import GROUPS

WIDTH, HEIGHT = 1000, 420
SIDE, TOP, BOTTOM = 70, 10, 34
NODE, GAP = 14, 14
# Who is not a client yet, at the bottom of the picture.
PLACES: tuple[str | None, ...] = (*GROUPS, None)
Nodes = dict[str | None, tuple[float, float]]


def flow(material: Material) -> Markup:
    words, movement = material.words, material.movement
    title = words.gettext("Movement between groups, last four quarters")
    if movement.whole is None:
        text = words.gettext(
            "The history is too short: no orders before {day}.", day=words.day(material.as_of)
        )
        return section("movement", title, note(text))
    drawing = element(
        "svg",
        _drawing(material),
        viewbox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=title,
        class_="flow",
    )
    caption = words.gettext("Height: number of clients. Grey: not a client yet.")
    since = words.gettext(
        "From {before} to {after}",
        before=words.day(movement.whole["from"]),
        after=words.day(movement.whole["to"]),
    )
    sentences = element(
        "ul", [element("li", text) for text in tendency(words, movement.whole)], class_="findings"
    )
    return section(
        "movement",
        title,
        picture(drawing, caption),
        element("h3", since),
        element("div", sentences, _matrix(material, movement.whole), class_="columns"),
    )


def _matrix(material: Material, step: Mapping[str, Any]) -> Markup:
    words, found = material.words, moves(step)
    rows: list[list[Child]] = []
    for before in PLACES:
        counts = [found.get((before, after), 0) for after in GROUPS]
        if before is None and not any(counts):
            continue
        name: Child = chip(words, before) if before else words.gettext("not a client yet")
        rows.append([name, *[words.number(n) if n else "·" for n in counts]])
    headings = [
        words.gettext("Before ↓ after →"),
        *[words.gettext(judgement.GROUPS[group]) for group in GROUPS],
    ]
    return table(headings, rows)


def _drawing(material: Material) -> Markup:
    steps = material.movement.steps
    flows = [moves(step) for step in steps]
    days = [steps[0]["from"], *[step["to"] for step in steps]]
    columns = _columns(flows)
    most = max(sum(sizes.values()) for sizes in columns)
    free = HEIGHT - TOP - BOTTOM - GAP * (len(PLACES) - 1)
    scale = free / most if most else 0.0
    nodes = [_nodes(sizes, scale) for sizes in columns]
    xs = [SIDE + (WIDTH - 2 * SIDE - NODE) * place / (len(days) - 1) for place in range(len(days))]
    parts: list[Child] = []
    for place, found in enumerate(flows):
        parts += _ribbons(
            material, found, nodes[place], nodes[place + 1], (xs[place] + NODE, xs[place + 1]), scale
        )
    for x, sizes, spots, day in zip(xs, columns, nodes, days, strict=True):
        parts += _column(material, x, sizes, spots)
        label = material.words.day(day)
        parts.append(
            element("text", label, x=x + NODE / 2, y=HEIGHT - 10, text_anchor="middle", class_="tick")
        )
    return join(parts)


def _columns(flows: Sequence[Mapping[tuple[str | None, str], int]]) -> list[dict[str | None, int]]:
    """Clients by group on each day; on every day but the last also those who come until the next."""
    columns: list[dict[str | None, int]] = []
    for found in flows:
        columns.append(
            {place: sum(n for (before, _), n in found.items() if before == place) for place in PLACES}
        )
    last = flows[-1]
    columns.append({place: sum(n for (_, after), n in last.items() if after == place) for place in PLACES})
    return columns


def _nodes(sizes: Mapping[str | None, int], scale: float) -> Nodes:
    """Top and height of each group's box."""
    top, nodes = float(TOP), Nodes()
    for place in PLACES:
        height = max(sizes[place] * scale, 1.5) if sizes[place] else 0.0
        nodes[place] = (top, height)
        top += height + GAP
    return nodes


def _column(material: Material, x: float, sizes: Mapping[str | None, int], nodes: Nodes) -> list[Child]:
    words, parts = material.words, list[Child]()
    for place in PLACES:
        if not sizes[place]:
            continue
        top, height = nodes[place]
        name = words.gettext(judgement.GROUPS[place]) if place else words.gettext("not a client yet")
        label = f"{MARKS[place]} {words.number(sizes[place])}" if place else words.number(sizes[place])
        parts.append(
            element(
                "g",
                element("title", f"{name}: {words.number(sizes[place])}"),
                element("rect", x=x, y=top, width=NODE, height=height, class_=f"node {place or 'unknown'}"),
                element("text", label, x=x + NODE + 5, y=top + height / 2 + 4, class_="tick halo"),
            )
        )
    return parts


def _ribbons(
    material: Material,
    found: Mapping[tuple[str | None, str], int],
    left: Nodes,
    right: Nodes,
    span: tuple[float, float],
    scale: float,
) -> list[Child]:
    words, parts = material.words, list[Child]()
    left_used, right_used = dict.fromkeys(PLACES, 0.0), dict.fromkeys(PLACES, 0.0)
    start, end = span
    middle = (start + end) / 2
    for before in PLACES:
        for after in GROUPS:
            n = found.get((before, after), 0)
            if not n:
                continue
            height = max(n * scale, 0.8)
            y0, y1 = left[before][0] + left_used[before], right[after][0] + right_used[after]
            left_used[before] += n * scale
            right_used[after] += n * scale
            path = (
                f"M{start:.1f},{y0:.1f} C{middle:.1f},{y0:.1f} {middle:.1f},{y1:.1f} {end:.1f},{y1:.1f} "
                f"L{end:.1f},{y1 + height:.1f} C{middle:.1f},{y1 + height:.1f} {middle:.1f},{y0 + height:.1f} "
                f"{start:.1f},{y0 + height:.1f} Z"
            )
            name = words.gettext(judgement.GROUPS[before]) if before else words.gettext("not a client yet")
            about = f"{name} → {words.gettext(judgement.GROUPS[after])}: {words.number(n)}"
            kind = f"ribbon {before or 'unknown'}" + (" same" if before == after else "")
            parts.append(element("path", element("title", about), d=path, class_=kind))
    return parts
