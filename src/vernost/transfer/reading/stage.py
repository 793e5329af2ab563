"""A file, read once by the engine's reader, laid down as typed rows in the order in which they will be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from vernost.engine.io import ReadResult, read_table
from vernost.engine.io.errors import VernostDataError
from vernost.engine.io.sql import literal, name
from vernost.transfer.enums import Outcome
from vernost.transfer.kinds import Kind
from vernost.transfer.plan import Plan
from vernost.transfer.reading.gather import gathered
from vernost.transfer.storage import STAGED, UNREAD, folder, source_of


@dataclass(frozen=True)
class Staged:
    """`rows` to be taken; `unread` rows of the file cannot be read and are refused."""

    rows: int
    unread: int


def connect(token: str) -> duckdb.DuckDBPyConnection:
    """DuckDB that keeps what does not fit into its memory in the run's folder."""
    connection = duckdb.connect(config={"memory_limit": "1GB", "threads": 2})
    connection.execute(f"SET temp_directory = {literal(str(folder(token) / 'spill'))}")
    return connection


def stage(
    token: str,
    kind: Kind,
    plan: Plan,
    layout: Mapping[str, Any],
    shown: str,
    on_progress: Callable[[float], None],
) -> Staged:
    """Writes STAGED and UNREAD into the run's folder. Raises a VernostDataError that names the file `shown`."""
    connection = connect(token)
    try:
        result = read_table(
            source_of(token), kind.spec, plan.read_options(kind, layout), connection,
            on_progress=lambda _table, part: on_progress(part),
        )  # fmt: skip
        _write(connection, _unread(result), folder(token) / UNREAD)
        good = _good(result)
        rows = gathered(kind, good, result.present) if kind.gather and "order_id" in result.present else good
        _write(connection, _in_order(kind, plan, rows, result.present), folder(token) / STAGED)
        counted = connection.execute(
            f"SELECT count(*) FROM read_parquet({literal(str(folder(token) / STAGED))})"
        ).fetchone()
        return Staged(counted[0] if counted else 0, result.bad_rows)
    except VernostDataError as error:
        details = {**error.details, "file": shown} if "file" in error.details else error.details
        raise type(error)(error.code, **details) from error
    finally:
        connection.close()


def _row_number(result: ReadResult) -> str:
    source = result.files[0].source
    return "_row" if source.numbered else f"rowid + {source.first_row}"


def _good(result: ReadResult) -> str:
    file = result.files[0]
    cells = []
    for match in file.columns:
        column = name(match.column)
        is_money = result.spec[match.column].type == "money"
        cells.append(f"CAST(round({column}, 2) AS DECIMAL(18, 2)) AS {column}" if is_money else column)
    number = _row_number(result)
    return (
        f"SELECT {', '.join(cells)}, CAST({number} AS BIGINT) AS row, [CAST({number} AS BIGINT)] AS rows, "
        f"1 AS currencies FROM {name(file.table)} WHERE _problems IS NULL"
    )


def _unread(result: ReadResult) -> str:
    """The rows that the reader refuses, as rows of a report (transfer/report.py)."""
    file = result.files[0]
    columns = [*(match.column for match in file.columns), "row"]
    cell = "CASE WHEN _cells IS NULL THEN '' ELSE _cells[i] END"
    problems = f"list_transform({columns!r}, lambda w, i: [w, _problems[i], {cell}])"
    details = f"CAST(to_json(list_filter({problems}, lambda w: w[2] IS NOT NULL)) AS VARCHAR)"
    number = _row_number(result)
    return (
        f"SELECT CAST(0 AS BIGINT) AS n, CAST({number} AS BIGINT) AS row, [CAST({number} AS BIGINT)] AS rows, "
        f"'{Outcome.REFUSED}' AS outcome, '' AS name, '' AS changes, 'unreadable' AS reason, {details} AS details, "
        f"CAST(0 AS BIGINT) AS object_id FROM {name(file.table)} WHERE _problems IS NOT NULL"
    )


def _in_order(kind: Kind, plan: Plan, rows: str, present: frozenset[str]) -> str:
    """Numbers the rows `n`, a client's beside one another; `seen` counts rows with the same content, `repeats` is the
    first row with the same number.
    """
    if kind.is_of_clients:
        keys, client, order = [plan.client_key], "", "row"
    elif kind.of_company:
        keys, client, order = list(kind.number), "", "row"
    else:
        keys, client, order = list(kind.number), "lower(client_id), ", "lower(client_id), row"
    known = [f"lower({name(key)})" for key in keys if key in present]
    number = f"coalesce({', '.join(known)}, NULL)" if known else "NULL"
    content = [
        name(column) for column in kind.fields if column in present and kind.fields[column] in kind.content
    ]
    same = ", ".join(
        ["row"] if kind.is_of_clients else [*([client.rstrip(", ")] if client else []), *content]
    )
    return (
        f"SELECT row_number() OVER (ORDER BY {order}) AS n, *, "
        f"row_number() OVER (PARTITION BY {same} ORDER BY row) AS seen, "
        f"CASE WHEN {number} IS NOT NULL THEN nullif(first_value(row) OVER "
        f"(PARTITION BY {client}{number} ORDER BY row), row) END AS repeats FROM ({rows}) ORDER BY n"
    )


def _write(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    part = path.with_suffix(".part")
    connection.execute(f"COPY ({query}) TO {literal(str(part))} (FORMAT parquet, ROW_GROUP_SIZE 20000)")
    part.replace(path)
