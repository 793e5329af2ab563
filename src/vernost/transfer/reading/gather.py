"""Rows that share a number are lines of one record: their sums are added up."""

from vernost.engine.io.sql import name
from vernost.transfer.kinds import Kind

_BY_COLUMN = {
    "ordered_on": "min({0})",
    "amount": "sum({0})",
    "direct_cost": "sum({0})",
    "is_extra": "bool_and({0})",
    "discount_percent": "max({0})",
    "client_name": "first({0} ORDER BY row) FILTER ({0} IS NOT NULL)",
    "currency": "min({0})",
}
# Other words hold for the whole only when they hold for every line.
_IF_ALL_AGREE = "CASE WHEN count(DISTINCT {0}) = 1 THEN min({0}) END"


def gathered(kind: Kind, rows: str, present: frozenset[str]) -> str:
    """SELECT of a row per (client, number); `rows` lists the lines, `currencies` counts what cannot be added up."""
    own = [
        column for column in kind.spec.names if column in present and column not in ("client_id", "order_id")
    ]
    cells = [
        f"{_BY_COLUMN.get(column, _IF_ALL_AGREE).format(name(column))} AS {name(column)}" for column in own
    ]
    currencies = 'greatest(1, count(DISTINCT "currency"))' if "currency" in present else "1"
    lines = (
        f"SELECT client_id, order_id, {', '.join(cells)}, min(row) AS row, list(row ORDER BY row) AS rows, "
        f"{currencies} AS currencies FROM ({rows}) WHERE order_id IS NOT NULL GROUP BY client_id, order_id"
    )
    single = f"SELECT * FROM ({rows}) WHERE order_id IS NULL"
    return f"{lines} UNION ALL BY NAME {single}"
