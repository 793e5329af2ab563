"""Tables of results, as Markdown: they are read in the terminal and pasted into the documentation."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns padded to the same width; numbers to the right."""
    cells = [list(head), *([_text(value) for value in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    numeric = [
        bool(rows) and all(isinstance(row[place], int | float | None) for row in rows)
        for place in range(len(head))
    ]
    rule = [
        ("-" * (width - 1) + ":") if right else "-" * width
        for width, right in zip(widths, numeric, strict=True)
    ]
    return "\n".join(_line(row, widths, numeric) for row in [cells[0], rule, *cells[1:]])


def _line(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = (
        value.rjust(width) if right else value.ljust(width)
        for value, width, right in zip(row, widths, numeric, strict=True)
    )
    return "| " + " | ".join(parts) + " |"


def _text(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 100 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
