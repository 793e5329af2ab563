"""Which character separates the columns, and on which row the header stands."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

SEPARATORS = (",", ";", "\t", "|")
HEADER_WITHIN = 50
_SAMPLE_ROWS = 400
_HEAD = 1 << 18

Score = Callable[[Sequence[str]], int]


@dataclass(frozen=True)
class Layout:
    """How a text is laid out: separator, header cells, its row and line (from 1), and the first rows below it."""

    separator: str
    header: tuple[str, ...]
    header_row: int
    header_line: int
    sample: tuple[tuple[str, ...], ...]


def find_layout(path: Path, score: Score, separator: str | None) -> Layout | None:
    """Separator and header row by which most columns are recognised; None when there is no row at all.

    `score` says how many of our columns a row of cells names.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.read(_HEAD)
    layouts = [
        layout
        for candidate in ([separator] if separator else SEPARATORS)
        if (layout := _layout(head, candidate, score)) is not None
    ]
    return max(layouts, key=lambda layout: _merit(layout, score), default=None)


def find_header(rows: Sequence[Sequence[str]], score: Score) -> int | None:
    """Index of the header among the first rows: the one that names most columns; else the first of the usual width."""
    filled = [index for index, row in enumerate(rows[:HEADER_WITHIN]) if any(cell.strip() for cell in row)]
    if not filled:
        return None
    best = max(filled, key=lambda index: (score(rows[index]), -index))
    if score(rows[best]) > 0:
        return best
    widths = Counter(_width(row) for row in rows if _width(row))
    usual = max(widths, key=lambda width: (widths[width], width))
    return next((index for index in filled if _width(rows[index]) >= usual), filled[0])


def _width(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _layout(head: str, separator: str, score: Score) -> Layout | None:
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    reader = csv.reader(StringIO(head, newline=""), delimiter=separator)
    try:
        for row in islice(reader, _SAMPLE_ROWS):
            rows.append(tuple(row))
            lines.append(reader.line_num)
    except csv.Error:
        pass  # a broken row is reported with its line when the whole file is read
    if len(head) >= _HEAD and len(rows) > 1 and len(rows) < _SAMPLE_ROWS:
        rows.pop()  # cut in the middle
    place = find_header(rows, score)
    if place is None:
        return None
    return Layout(separator, rows[place], place + 1, lines[place], tuple(rows[place + 1 :]))


def _merit(layout: Layout, score: Score) -> tuple[int, float, int]:
    width = len(layout.header)
    alike = sum(len(row) == width for row in layout.sample) / max(1, len(layout.sample))
    return score(layout.header), alike if width > 1 else 0.0, width
