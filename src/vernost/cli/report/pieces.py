"""Small pieces that several sections use: a section, a table, a chip, a bar."""

from collections.abc import Iterable, Sequence

from vernost.assessment.wording import judgement
from vernost.assessment.wording.words import Words
from vernost.cli.report.markup import Child, Markup, element

# A group is told by its mark as well as by its colour.
MARKS = {"reward": "●", "manage": "■", "discipline": "◆", "fire": "▲"}


def section(anchor: str, title: str, *children: Child) -> Markup:
    return element("section", element("h2", title), *children, id=anchor)


def table(
    headings: Sequence[str], rows: Iterable[Sequence[Child]], *, words: int = 1, caption: str | None = None
) -> Markup:
    """A table whose first `words` columns are words; the others are numbers, on the right."""
    head = element("tr", [_cell("th", text, place < words) for place, text in enumerate(headings)])
    body = [
        element("tr", [_cell("td", cell, place < words) for place, cell in enumerate(row)]) for row in rows
    ]
    titled = element("caption", caption) if caption else None
    return element(
        "div", element("table", titled, element("thead", head), element("tbody", body)), class_="wide"
    )


def _cell(name: str, content: Child, is_words: bool) -> Markup:
    return element(name, content, class_=None if is_words else "n", scope="col" if name == "th" else None)


def chip(words: Words, group: str) -> Markup:
    """The group with its mark."""
    mark = element("span", MARKS[group], aria_hidden="true")
    return element("span", mark, " ", words.gettext(judgement.GROUPS[group]), class_=f"chip {group}")


def bar(part: float, kind: str = "") -> Markup:
    """A part 0–1 as a bar beside its number."""
    width = max(0.0, min(1.0, part)) * 100
    return element(
        "span",
        element("span", style=f"width:{width:.1f}%", class_=kind or None),
        class_="bar",
        aria_hidden="true",
    )


def note(text: Child) -> Markup:
    return element("p", text, class_="note")


def picture(drawing: Markup, caption: Child = None) -> Markup:
    """A drawing that a narrow screen scrolls instead of shrinking it beyond reading."""
    legend = element("figcaption", caption) if caption else None
    return element("figure", element("div", drawing, class_="picture", tabindex="0"), legend)
