"""(7) A strip for each client in trouble: purchases as dots on a line of time, the expected day, the silence."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import sqrt

from vernost.cli.attention import Case
from vernost.cli.report.markup import Child, Markup, element
from vernost.cli.report.material import Material
from vernost.cli.report.pieces import chip, note, section

WIDTH, HEIGHT, LINE = 760, 54, 24
MOST_DAYS = 3 * 365
LEAST_DAYS = 180
LARGEST = 8.0
MARGIN = 10


def rhythm_strips(material: Material) -> Markup:
    words = material.words
    title = words.gettext("Clients who fell out of their rhythm")
    cases = [case for case in material.rhythms.cases if material.occasions.get(case.client_id)]
    if not cases:
        return section("rhythm", title, note(words.gettext("Nobody: all buy in their rhythm.")))
    meaning = note(
        words.gettext(
            "A dot is a purchase, its size the sum; the line at the right is {day}. Shaded: silence since the last "
            "purchase. Triangle: the day on which the next one was or is usual.",
            day=words.day(material.as_of),
        )
    )
    strips = [_strip(material, case) for case in cases]
    return section("rhythm", title, meaning, element("ol", strips, class_="strips"))


def _strip(material: Material, case: Case) -> Markup:
    words, client = material.words, case.client
    bought = material.occasions[case.client_id]
    about = [
        words.gettext("silent for {days}", days=words.days(client["days_since_last"])),
        words.gettext("usual interval {days}", days=words.days(_rounded(client["typical_interval"]))),
        words.gettext("next expected {day}", day=words.day(client["expected_next_on"])),
    ]
    name = material.name_of(case.client_id)
    return element(
        "li",
        element(
            "div",
            element("h3", name, " "),
            chip(words, client["group"]),
            element("p", "; ".join(about), class_="note"),
        ),
        element("div", _drawing(material, case, bought, name), class_="picture", tabindex="0"),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _drawing(material: Material, case: Case, bought: Sequence[tuple[date, float]], name: str) -> Markup:
    as_of, expected = material.as_of, case.client["expected_next_on"]
    days = min(MOST_DAYS, max(LEAST_DAYS, (as_of - bought[0][0]).days + 14))
    start = as_of - timedelta(days=days)
    # Room for an expected day that is still to come, as far as it helps.
    end = max(as_of, min(expected, as_of + timedelta(days=days // 6))) if expected else as_of

    def x(day: date) -> float:
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - start).days / max(1, (end - start).days)

    last = bought[-1][0]
    most = max((amount for _day, amount in bought), default=0.0)
    silence = max(0.0, x(as_of) - x(max(last, start)))
    parts: list[Child] = [
        element("rect", x=x(max(last, start)), y=LINE - 12, width=silence, height=24, class_="silence"),
        element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=LINE, y2=LINE, class_="grid"),
        element("line", x1=x(as_of), x2=x(as_of), y1=LINE - 16, y2=LINE + 16, class_="today"),
        *_years(start, end, x),
    ]
    for day, amount in bought:
        if day >= start:
            size = max(2.0, LARGEST * sqrt(max(0.0, amount) / most)) if most > 0 else 2.0
            label = f"{material.words.day(day)}: {material.words.money(amount)}"
            parts.append(
                element("circle", element("title", label), cx=x(day), cy=LINE, r=size, class_="purchase")
            )
    if expected and start <= expected <= end:
        at = x(expected)
        corners = f"{at - 5:.1f},{LINE - 18} {at + 5:.1f},{LINE - 18} {at:.1f},{LINE - 8}"
        parts.append(element("polygon", points=corners, class_="expected"))
    label = material.words.gettext("Purchases of {client}", client=name)
    return element("svg", parts, viewbox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=label)


def _years(start: date, end: date, x: Callable[[date], float]) -> list[Child]:
    """The first of January of every year on the strip; on a short one, of every quarter."""
    step = 12 if (end - start).days > 500 else 3
    parts: list[Child] = []
    for year in range(start.year, end.year + 1):
        for month in range(1, 13, step):
            day = date(year, month, 1)
            if start <= day <= end and x(day) < WIDTH - 60:
                label = str(year) if step == 12 else f"{month:02d}.{year}"
                parts.append(element("line", x1=x(day), x2=x(day), y1=LINE - 4, y2=LINE + 4, class_="edge"))
                parts.append(element("text", label, x=x(day), y=HEIGHT - 4, class_="tick"))
    return parts
