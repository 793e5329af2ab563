"""Rows in any shape -> a plain UTF-8 CSV that DuckDB reads without a question.

The careful road, taken when the fast one cannot be: title lines above the header, empty lines, ragged rows,
odd quotation marks, totals at the bottom, spreadsheets. Every written row carries its number in the original file.
"""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vernost.engine.io.errors import UnreadableFile

_TOTALS = re.compile(
    r"\s*(?:итого|всего|итог|общий итог|total|grand total|totals)\s*:?\s*$|\s*(?:итого|всего)\s+(?:по|за|сумма)\b.*",
    re.IGNORECASE,
)
_LOOK_BACK = 8
_END = "\x01end of the file\x01"


@dataclass(frozen=True)
class NormalFile:
    """The plain file: `width` columns, the row number, the count of cells too many. `totals`: rows left out."""

    path: Path
    width: int
    totals: tuple[int, ...]


def write_normal(
    rows: Iterable[tuple[int, Sequence[str]]], header_row: int, width: int, target: Path
) -> NormalFile:
    """Write the rows below the header (rows are (number from 1, cells)) to `target`.

    Rows without any value are left out; short rows are filled with empty cells; totals at the end are left out
    and named.
    """
    held: deque[tuple[int, Sequence[str]]] = deque()
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for number, cells in rows:
            if number <= header_row or not any(cell.strip() for cell in cells):
                continue
            held.append((number, cells))
            if len(held) > _LOOK_BACK:
                _write(writer, *held.popleft(), width)
        totals = [number for number, cells in held if is_totals(cells)]
        for number, cells in held:
            if number not in totals:
                _write(writer, number, cells, width)
    return NormalFile(target, width, tuple(totals))


def is_totals(cells: Sequence[str]) -> bool:
    """A row of sums: its first filled cell says so, and it is not the only column."""
    first = next((cell for cell in cells if cell.strip()), "")
    return bool(_TOTALS.match(first))


def _write(writer: object, number: int, cells: Sequence[str], width: int) -> None:
    kept = [*cells[:width], *[""] * (width - len(cells))]
    extra = sum(1 for cell in cells[width:] if cell.strip())
    writer.writerow([*kept, number, extra or ""])  # type: ignore[attr-defined]


def text_rows(path: Path, separator: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """(row number from 1, cells) of a UTF-8 text; a quotation mark that is never closed is an UnreadableFile."""
    last_line, number = 0, 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(_with_end(file), delimiter=separator)
        try:
            for row in reader:
                if row == [_END]:
                    return
                if row and row[-1].endswith(_END):
                    raise UnreadableFile("unclosed_quote", file=shown, line=last_line + 1)
                number += 1
                yield number, row
                last_line = reader.line_num
        except csv.Error as error:
            code = "cell_too_long" if "field limit" in str(error) else "not_understood"
            raise UnreadableFile(
                code, file=shown, line=last_line + 1, most=csv.field_size_limit(), reason=str(error)
            ) from None


def _with_end(file: Iterable[str]) -> Iterator[str]:
    line = "\n"
    for line in file:
        yield line
    if not line.endswith(("\n", "\r")):
        yield "\n"
    yield _END
