"""Rows of a sheet of XLSX or XLS as text cells in one spelling: ISO days, numbers with a point."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from vernost.engine.io.delimiter import HEADER_WITHIN, Score, find_header
from vernost.engine.io.errors import UnreadableFile


def open_sheet(path: Path, score: Score, wanted: str | None, shown: str) -> tuple[str, list[list[str]], int]:
    """(name of a sheet, its rows, index of its header): the sheet asked for, else the one that names most columns."""
    book = _open(path, shown)
    names = list(book.sheet_names)
    if wanted is not None and wanted not in names:
        raise UnreadableFile("no_sheet", file=shown, sheet=wanted, sheets=names)
    best: tuple[int, str, list[list[str]], int] | None = None
    for name in [wanted] if wanted is not None else names:
        try:
            rows = list(_rows(book, name))
        except (CalamineError, ValueError, OSError) as error:
            raise UnreadableFile("not_understood", file=shown, reason=_first_line(error)) from None
        place = find_header(rows, score)
        if place is not None and (best is None or score(rows[place]) > best[0]):
            best = (score(rows[place]), name, rows, place)
    if best is None:
        raise UnreadableFile("empty_file", file=shown)
    return best[1], best[2], best[3]


def _open(path: Path, shown: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableFile("not_a_table", file=shown, reason=_first_line(error)) from None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _rows(book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    # Leading empty rows count: a row's number must be the one that the spreadsheet shows.
    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False):
        yield [cell_text(cell) for cell in row]


def cell_text(cell: object) -> str:
    """A cell as text: 17850.0 as 17850, a moment as ISO (a bare day without midnight)."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case float():
            return repr(cell)
        case datetime():
            moment = cell.isoformat(sep=" ", timespec="seconds")
            return moment.removesuffix(" 00:00:00")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def looks_ahead(rows: Sequence[Sequence[str]], header: int) -> tuple[tuple[str, ...], ...]:
    """The first rows below the header, as a sample."""
    return tuple(tuple(row) for row in rows[header + 1 : header + 1 + HEADER_WITHIN])
