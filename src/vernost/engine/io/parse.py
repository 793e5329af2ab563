"""One SELECT that reads, parses and checks all columns of a file in a single pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vernost.engine.io import cells, dates, numbers
from vernost.engine.io.dates import EARLIEST, LATEST, Order
from vernost.engine.io.header import Match
from vernost.engine.io.numbers import LARGEST, Mark
from vernost.engine.io.source import Source
from vernost.engine.io.sql import literal, name, one_of
from vernost.engine.io.words import EMPTY
from vernost.engine.tables import Column, TableSpec

DUCKDB_TYPES = {
    "id": "VARCHAR", "text": "VARCHAR", "date": "DATE", "money": "DOUBLE", "integer": "BIGINT", "number": "DOUBLE",
    "boolean": "BOOLEAN", "code": "VARCHAR", "codes": "VARCHAR[]",
}  # fmt: skip
NUMERIC = ("money", "number", "integer")
_NUMBER_TYPES = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "HUGEINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
    "UBIGINT",
    "FLOAT",
    "DOUBLE",
    "DECIMAL",
)
# Half a cent must go up although 3 × 0.335 is a hair below 1.005 in binary.
_NUDGE = "(1 + 4e-16)"


@dataclass(frozen=True)
class Formats:
    """By column: order of days and decimal mark. A column that is not named holds plain (ISO, point) values only."""

    orders: Mapping[str, Order]
    marks: Mapping[str, Mark]


def select_sql(
    spec: TableSpec, source: Source, matches: Sequence[Match], formats: Formats, currency: str | None
) -> str:
    """SELECT of the found columns, `_problems`, `_cells` and `_row`.

    `_problems` holds a code or NULL per found column, and is NULL when the row is good.
    `_cells` are the original cells of a bad row, in the order of `matches` (a product gives its cells joined).
    `_row` is the number of the row in the file where `source` is numbered; else the row's place tells.
    """
    read, prepared, values, checks = [], [], [], []
    for place, match in enumerate(matches):
        column = spec[match.column]
        read += [f"c{cell} AS x{place}_{part}" for part, cell in enumerate(match.cells)]
        stages = _stages(column, match, place, source, formats)
        prepared += [f"{sql} AS p{place}_{part}" for part, (sql, _) in enumerate(stages)]
        values.append(f"{_value(column, [value for _, value in stages], currency)} AS v{place}")
        checks.append(_check(column, place, len(match.cells), formats))
    if source.numbered:
        width = len(source.headers)
        read += [f"c{width} AS _row", f"c{width + 1} AS _extra"]
        checks.append(("_extra IS NOT NULL", "CASE WHEN _extra IS NOT NULL THEN 'too_many_cells' END"))
    bad = " OR ".join(is_bad for is_bad, _ in checks)
    # The codes and cells are worked out for bad rows only.
    codes = ", ".join(code for _, code in checks)
    shown = ", ".join(_shown(place, len(match.cells)) for place, match in enumerate(matches))
    out = [f"v{place} AS {name(match.column)}" for place, match in enumerate(matches)]
    out.append(f"CASE WHEN _bad THEN [{codes}] END AS _problems")
    if source.slow is None or not source.typed:
        out.append(f"CASE WHEN _bad THEN [{shown}] END AS _cells")
    else:  # read with DuckDB's own types, the only bad cells left are empty ones
        out.append("CAST(NULL AS VARCHAR[]) AS _cells")
    out += ["CAST(_row AS BIGINT) AS _row"] if source.numbered else []
    return (
        f"SELECT {', '.join(out)} FROM (SELECT *, {bad} AS _bad FROM (SELECT *, {', '.join(values)} FROM "
        f"(SELECT *, {', '.join(prepared)} FROM (SELECT {', '.join(read)} FROM {source.relation}))))"
    )


def _stages(
    column: Column, match: Match, place: int, source: Source, formats: Formats
) -> list[tuple[str, str]]:
    found = []
    for part, cell in enumerate(match.cells):
        typed = source.typed.get(cell, "VARCHAR")
        found.append(_cell(column, match, f"x{place}_{part}", f"p{place}_{part}", typed, source, formats))
    return found


def _cell(
    column: Column, match: Match, cell: str, prepared: str, typed: str, source: Source, formats: Formats
) -> tuple[str, str]:
    """(prepared, value) of one cell by the type wanted and the type it has."""
    if typed != "VARCHAR" and (straight := _straight(column, cell, typed)):
        return "NULL", straight
    if typed != "VARCHAR":
        cell = _as_text(cell, typed)
    if column.type in NUMERIC:
        mark = formats.marks.get(column.name)
        return number_or_plain(cell, prepared, mark)
    if column.type == "date":
        order = formats.orders.get(column.name)
        return (
            ("NULL", dates.plain_sql(cell))
            if order is None
            else dates.date_sql(cell, prepared, order, source.kind == "excel")
        )
    if cells.is_currency(column):
        return cells.currency_sql(cell, prepared)
    match column.type:
        case "id":
            return cells.id_sql(cell, prepared)
        case "boolean":
            return cells.boolean_sql(cell, prepared)
        case "code":
            return cells.code_sql(cell, prepared, column.allowed)
        case "codes":
            return cells.codes_sql(cell, prepared, column.allowed)
        case _:
            return cells.text_sql(cell, prepared)


def number_or_plain(cell: str, prepared: str, mark: Mark | None) -> tuple[str, str]:
    return ("NULL", numbers.plain_sql(cell)) if mark is None else numbers.number_sql(cell, prepared, mark)


def _straight(column: Column, cell: str, typed: str) -> str | None:
    """A cast that needs no text in between, for columns of Parquet that have the right type already."""
    base = typed.split("(")[0]
    if column.type in NUMERIC and base in _NUMBER_TYPES:
        return f"CASE WHEN isfinite({cell}::DOUBLE) THEN {cell}::DOUBLE END"
    if column.type == "date" and base in ("DATE", "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S"):
        return f"CASE WHEN isfinite({cell}) THEN TRY_CAST({cell} AS DATE) END"
    if column.type == "date" and base == "TIMESTAMP WITH TIME ZONE":
        return f"CASE WHEN isfinite({cell}) THEN CAST(make_timestamp(epoch_us({cell})) AS DATE) END"
    if column.type == "boolean" and base == "BOOLEAN":
        return cell
    return None


def _as_text(cell: str, typed: str) -> str:
    """Text of a typed value; a whole number held as DOUBLE is written without .0 and without an exponent."""
    if typed in ("FLOAT", "DOUBLE"):
        whole = f"{cell} = floor({cell}) AND abs({cell}) < 1e15"
        return (
            f"CASE WHEN {whole} THEN CAST(CAST({cell} AS BIGINT) AS VARCHAR) ELSE CAST({cell} AS VARCHAR) END"
        )
    return f"CAST({cell} AS VARCHAR)"


def _value(column: Column, parts: list[str], currency: str | None) -> str:
    if len(parts) > 1:
        return f"round(({parts[0]}) * ({parts[1]}) * {_NUDGE}, 2)"
    if column.type == "integer":
        whole = f"({parts[0]})"
        return f"CASE WHEN {whole} = round({whole}) AND abs({whole}) <= {LARGEST} THEN CAST({whole} AS BIGINT) END"
    if cells.is_currency(column) and currency:
        return f"coalesce({parts[0]}, {literal(currency)})"
    return parts[0]


def _check(column: Column, place: int, parts: int, formats: Formats) -> tuple[str, str]:
    """(SQL that is true for a bad cell, SQL of the code of what is wrong with it or NULL)."""
    value = f"v{place}"
    if column.type in ("id", "text") and not cells.is_currency(column):
        code = (
            f"CASE WHEN {value} IS NULL THEN 'required' END" if column.required else "CAST(NULL AS VARCHAR)"
        )
        return f"{value} IS NULL" if column.required else "false", code
    limits = _limits(column, value)
    inside = " AND ".join(ok for ok, _ in limits) or "true"
    broken = " ".join(f"WHEN NOT ({ok}) THEN '{code}'" for ok, code in limits)
    outside = f"CASE {broken} END" if broken else "NULL"
    empty = " OR ".join(_is_empty(f"x{place}_{part}") for part in range(parts))
    when_empty = "'required'" if column.required else "NULL"
    code = (
        f"CASE WHEN {value} IS NULL THEN CASE WHEN {empty} THEN {when_empty} ELSE '{_expected(column, formats)}' END "
        f"ELSE {outside} END"
    )
    if column.required:
        return f"({value} IS NOT NULL AND {inside}) IS NOT TRUE", code
    return f"CASE WHEN {value} IS NULL THEN NOT ({empty}) ELSE NOT ({inside}) END", code


def _limits(column: Column, value: str) -> list[tuple[str, str]]:
    """(SQL that holds for a value within bounds, code when it does not)."""
    limits = []
    if column.type in NUMERIC:
        limits.append((f"{value} BETWEEN -{LARGEST} AND {LARGEST}", "range"))
    if column.type == "date":
        limits.append((f"{value} BETWEEN DATE '{EARLIEST}' AND DATE '{LATEST}'", "date_range"))
    if column.least is not None:
        limits.append((f"{value} >= {column.least}", "least"))
    if column.most is not None:
        limits.append((f"{value} <= {column.most}", "most"))
    return limits


def quick_types(spec: TableSpec, matches: Sequence[Match], formats: Formats) -> dict[int, str]:
    """Types that DuckDB's own reader may give to the cells of plain columns, by position in the file."""
    types: dict[int, str] = {}
    for match in matches:
        kind = spec[match.column].type
        if match.column in formats.orders or match.column in formats.marks:
            continue
        if kind == "date" or kind in NUMERIC:
            types |= dict.fromkeys(match.cells, "TIMESTAMP" if kind == "date" else "DOUBLE")
    used = [cell for match in matches for cell in match.cells]
    return {cell: kind for cell, kind in types.items() if used.count(cell) == 1}


def _is_empty(cell: str) -> str:
    words = one_of(f"lower(trim(CAST({cell} AS VARCHAR), ' \t\u00a0'))", EMPTY | {""})
    # NULL cells are the usual case and cost no text work.
    return f"CASE WHEN {cell} IS NULL THEN true ELSE {words} END"


def _expected(column: Column, formats: Formats) -> str:
    if column.type == "date":
        return f"date_{formats.orders[column.name]}" if column.name in formats.orders else "date"
    if cells.is_currency(column):
        return "currency"
    return {"money": "number", "code": "one_of", "codes": "one_of"}.get(column.type, column.type)


def _shown(place: int, parts: int) -> str:
    texts = [f"coalesce(CAST(x{place}_{part} AS VARCHAR), '')" for part in range(parts)]
    return " || ' × ' || ".join(texts)
