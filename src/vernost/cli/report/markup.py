"""HTML and SVG without a template engine: everything that is not markup already is escaped."""

from collections.abc import Iterable
from html import escape
from typing import Self


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()

    @classmethod
    def of(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls(escape(str(value)))


Child = str | None | Iterable["Child"]
VOID = {"meta", "br", "input"}


def element(name: str, /, *children: Child, **attributes: object) -> Markup:
    """`<name attributes>children</name>`; class_ is class, data_x is data-x, None leaves out, True stands alone."""
    shown = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in VOID:
        return Markup(f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{join(children)}</{name}>")


def join(children: Iterable[Child]) -> Markup:
    """Children one after another; None is nothing."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        parts.append(Markup.of(child) if isinstance(child, str) else join(child))
    return Markup("".join(parts))


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if name == "viewbox":
        name = "viewBox"
    if value is True:
        return f" {name}"
    shown = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
    return f' {name}="{escape(shown, quote=True)}"'
