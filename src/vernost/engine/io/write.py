"""Tables -> files: Parquet for machines, CSV that is safe to open in a spreadsheet for people."""

import codecs
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from vernost.engine.io.sql import literal, name

# A cell that begins so is run as a formula by spreadsheets, unless it is a number.
_RISKY = "^[=+@\\t\\r\\n-]"
_NUMBER = "^[-+]?[0-9][0-9 .,\u00a0\u202f]*(?:[eE][-+]?[0-9]+)?$"


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write an Arrow table; a half-written file never stands under the final name."""
    part = path.with_name(path.name + ".part")
    pq.write_table(table, part, compression="zstd")
    part.replace(path)


def safe_cell(cell: str) -> str:
    """SQL of a text that no spreadsheet takes for a formula: an apostrophe before = + - @ and tab; numbers stay."""
    risky = f"regexp_matches({cell}, {literal(_RISKY)}) AND NOT regexp_matches({cell}, {literal(_NUMBER)})"
    return f"CASE WHEN {cell} = '' THEN NULL WHEN {risky} THEN '''' || {cell} ELSE {cell} END"


def write_csv(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> int:
    """Write what `query` selects as UTF-8 CSV, every cell made safe; a byte order mark tells spreadsheets the encoding.

    Returns the number of rows. A half-written file never stands under the final name.
    """
    described = connection.execute(f"DESCRIBE {query}").fetchall()
    cells = ", ".join(
        f"{safe_cell(name(header)) if kind == 'VARCHAR' else name(header)} AS {name(_safe_header(header))}"
        for header, kind, *_ in described
    )
    with TemporaryDirectory(prefix="vernost-") as folder:
        body = Path(folder) / "body.csv"
        copied = connection.execute(
            f"COPY (SELECT {cells} FROM ({query})) TO {literal(str(body))} (FORMAT csv, HEADER true)"
        ).fetchone()
        part = path.with_name(path.name + ".part")
        with part.open("wb") as out, body.open("rb") as file:
            out.write(codecs.BOM_UTF8)
            shutil.copyfileobj(file, out, 1 << 20)
        part.replace(path)
    return int(copied[0]) if copied else 0


def _safe_header(header: str) -> str:
    return f"'{header}" if header[:1] in "=+-@\t\r\n" and header else header
