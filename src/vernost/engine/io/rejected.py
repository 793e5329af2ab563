"""Every row that cannot be read, with its original cells, to a file that a person can mend and read again."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from vernost.engine.io.sql import literal, name
from vernost.engine.io.write import write_csv

if TYPE_CHECKING:
    from vernost.engine.io.result import FileRead

FILE, ROW, REASON = "rejected_file", "rejected_row", "rejected_reason"


def write_rejected(connection: duckdb.DuckDBPyConnection, files: Sequence["FileRead"], path: Path) -> int:
    """Columns: those of the files under their own headers, then file, row, reason ("amount: number; at: required")."""
    parts = [_select(file, place) for place, file in enumerate(files) if file.bad or len(files) == 1]
    if not parts:
        parts = [_select(files[0], 0)]
    query = " UNION ALL BY NAME ".join(f"({part})" for part in parts)
    ordered = f"SELECT * EXCLUDE (_place) FROM ({query}) ORDER BY _place, {ROW}"
    return write_csv(connection, f"({ordered})", path)


def _select(file: "FileRead", place: int) -> str:
    source = file.source
    headers = unique_headers(source.headers)
    cells = ", ".join(f"CAST(c{cell} AS VARCHAR) AS {name(header)}" for cell, header in enumerate(headers))
    width = len(source.headers)
    if source.numbered:
        numbered, bad_row = f"SELECT *, CAST(c{width} AS BIGINT) AS _row FROM {source.relation}", "_row"
    else:
        numbered = f"SELECT *, row_number() OVER () + {source.first_row - 1} AS _row FROM {source.relation}"
        bad_row = f"rowid + {source.first_row}"
    codes = [*(match.column for match in file.columns), "row"]
    reasons = f"list_transform({[*codes]!r}, lambda w, i: w || ': ' || _problems[i])"
    reason = f"array_to_string(list_filter({reasons}, lambda w: w IS NOT NULL), '; ')"
    bad = f"SELECT {bad_row} AS _row, {reason} AS _reason FROM {name(file.table)} WHERE _problems IS NOT NULL"
    return (
        f"SELECT {cells}, {literal(source.shown)} AS {FILE}, _row AS {ROW}, _reason AS {REASON}, {place} AS _place "
        f"FROM ({numbered}) JOIN ({bad}) USING (_row)"
    )


def unique_headers(headers: Sequence[str]) -> list[str]:
    """Headers no two of which are alike, whatever the case; nameless ones get a number."""
    seen = {FILE, ROW, REASON, "_place", "_row", "_reason"}
    unique = []
    for place, header in enumerate(headers, 1):
        stem = candidate = header or f"column {place}"
        number = 2
        while candidate.lower() in seen:
            candidate = f"{stem} ({number})"
            number += 1
        seen.add(candidate.lower())
        unique.append(candidate)
    return unique
