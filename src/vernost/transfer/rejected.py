"""The refused rows of a run as a file: their own cells, the row number and the reason, to be mended and imported."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from vernost.engine.io import write_csv
from vernost.engine.io.rejected import unique_headers
from vernost.engine.io.source import Source, careful, open_source
from vernost.engine.io.sql import name
from vernost.transfer.kinds import KINDS
from vernost.transfer.models import ImportRun
from vernost.transfer.plan import REJECTED_HEADERS, Plan
from vernost.transfer.reading.stage import connect
from vernost.transfer.report import refused_rows
from vernost.transfer.storage import source_of
from vernost.transfer.wording import reason_text


def write_rejected(run: ImportRun, part: str, target: Path) -> int:
    """Writes the refused rows in the order of the file, with reasons in the active language; returns how many."""
    kind = KINDS[run.kind]
    connection = connect(run.token)
    connection.execute("CREATE TABLE refused (number BIGINT, reason VARCHAR)")
    lines = [(n, reason_text(row, kind)) for row in refused_rows(run.token, part) for n in row.rows]
    for start in range(0, len(lines), 5000):
        some = lines[start : start + 5000]
        numbers, reasons = [n for n, _text in some], [text for _n, text in some]
        connection.execute("INSERT INTO refused SELECT unnest(?), unnest(?)", [numbers, reasons])
    try:
        with TemporaryDirectory(prefix="vernost-") as folder:
            options = Plan.of(run.plan).read_options(kind, run.layout)
            source = open_source(source_of(run.token), kind.spec, options, Path(folder), connection)
            try:
                return write_csv(connection, _query(source), target)
            except duckdb.Error:
                return write_csv(connection, _query(careful(source)), target)
    finally:
        connection.close()


def _query(source: Source) -> str:
    own = {header.casefold() for header in REJECTED_HEADERS}
    headers = unique_headers(["" if h.casefold() in own else h for h in source.headers])
    cells = ", ".join(
        f"CAST(c{place} AS VARCHAR) AS {name(header)}"
        for place, header in enumerate(headers)
        if source.headers[place].casefold() not in own
    )
    width = len(source.headers)
    number = (
        f"CAST(c{width} AS BIGINT)" if source.numbered else f"row_number() OVER () + {source.first_row - 1}"
    )
    row, reason = REJECTED_HEADERS
    return (
        f"(SELECT * FROM (SELECT {cells}, {number} AS {row} FROM {source.relation}) "
        f"JOIN (SELECT number AS {row}, reason AS {reason} FROM refused) USING ({row}) ORDER BY {row})"
    )
