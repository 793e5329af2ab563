"""What became of every row, kept as Parquet in the run's folder: one part per chunk, read a page at a time."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from vernost.engine.io.sql import literal
from vernost.transfer.applying.result import Result
from vernost.transfer.enums import Outcome
from vernost.transfer.storage import UNREAD, folder

_SCHEMA = pa.schema(
    [
        ("n", pa.int64()), ("row", pa.int64()), ("rows", pa.list_(pa.int64())), ("outcome", pa.string()),
        ("name", pa.string()), ("changes", pa.string()), ("reason", pa.string()), ("details", pa.string()),
        ("object_id", pa.int64()),
    ]
)  # fmt: skip
_COLUMNS = ", ".join(f'"{name}"' for name in _SCHEMA.names)


@dataclass(frozen=True)
class ReportRow:
    """One row of a report; `rows` are the row numbers of the file that it was made from."""

    row: int
    rows: list[int]
    outcome: str
    name: str
    changes: dict[str, list[str]]
    reason: str
    details: Any
    object_id: int


def clear(token: str, part: str) -> None:
    shutil.rmtree(folder(token) / part, ignore_errors=True)


def write_part(token: str, part: str, after: int, results: Sequence[Result]) -> None:
    """The results of the chunk that begins after row `after`; a chunk that is taken again is written over."""
    path = folder(token) / part
    path.mkdir(exist_ok=True)
    table = pa.Table.from_arrays(
        [pa.array(cells, type=field.type) for cells, field in zip(_columns(results), _SCHEMA, strict=True)],
        schema=_SCHEMA,
    )
    half = path / f"{after:012d}.part"
    pq.write_table(table, half)
    half.replace(path / f"{after:012d}.parquet")


def counts_of(results: Iterable[Result]) -> dict[str, int]:
    counted = Counter(result.outcome for result in results)
    return {outcome.value: counted[outcome] for outcome in Outcome}


def read_rows(token: str, part: str, *, outcome: str = "", limit: int, offset: int) -> list[ReportRow]:
    """A page of the report in the order of the file; `outcome` alone when given."""
    where = f" WHERE outcome = {literal(outcome)}" if outcome in Outcome.values else ""
    query = f"SELECT {_COLUMNS} FROM ({_all(token, part)}){where} ORDER BY row LIMIT {limit} OFFSET {offset}"
    return [
        ReportRow(
            row, rows, outcome, name, json.loads(changes or "{}"), reason, json.loads(details or "{}"), pk
        )
        for _n, row, rows, outcome, name, changes, reason, details, pk in _fetched(query)
    ]


def refused_rows(token: str, part: str) -> list[ReportRow]:
    """Every refused row."""
    return read_rows(token, part, outcome=Outcome.REFUSED, limit=1 << 40, offset=0)


def _all(token: str, part: str) -> str:
    place = folder(token)
    unread = f"SELECT {_COLUMNS} FROM read_parquet({literal(str(place / UNREAD))})"
    if not any((place / part).glob("*.parquet")):
        return unread
    return (
        f"SELECT {_COLUMNS} FROM read_parquet({literal(str(place / part / '*.parquet'))}) UNION ALL {unread}"
    )


def _fetched(query: str) -> list[tuple[Any, ...]]:
    connection = duckdb.connect(config={"memory_limit": "1GB", "threads": 2})
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _columns(results: Sequence[Result]) -> list[list[Any]]:
    """Values of the results by column, in the order of _SCHEMA."""
    return [
        [result.n for result in results],
        [result.row for result in results],
        [result.rows for result in results],
        [result.outcome.value for result in results],
        [result.name for result in results],
        [result.changes for result in results],
        [result.reason for result in results],
        [json.dumps(result.details, ensure_ascii=False) if result.details else "" for result in results],
        [result.object_id for result in results],
    ]
