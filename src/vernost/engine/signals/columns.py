"""The row that every signal writes, and how it is made."""

import ibis
import ibis.expr.types as ir

from vernost.engine.codes import SIGNAL_BY_CODE

EVIDENCE = {
    "client_id": None,
    "code": "string",
    "severity": "int32",
    "first_day": "int32",
    "observed": "float64",
    "expected": "float64",
    "threshold": "float64",
    "observations": "int32",
    "looks": "float64",
}
_EMPTY = ibis.null("float64")


def raised(
    table: ir.Table,
    code: str,
    *,
    first_day: ir.Value,
    observed: ir.Value | float,
    expected: ir.Value | float = _EMPTY,
    threshold: ir.Value | float = _EMPTY,
    observations: ir.Value | int | None = None,
    looks: ir.Value | float = _EMPTY,
) -> ir.Table:
    """One row of evidence for each row of `table`; the meaning of the numbers stands in codes.py."""
    values = {
        "code": code,
        "severity": SIGNAL_BY_CODE[code].severity,
        "first_day": first_day,
        "observed": observed,
        "expected": expected,
        "threshold": threshold,
        "observations": ibis.null("int32") if observations is None else observations,
        "looks": looks,
    }
    return table.select(
        "client_id", **{name: _as(value, str(EVIDENCE[name])) for name, value in values.items()}
    )


def _as(value: ir.Value | float | str, kind: str) -> ir.Value:
    return (value if isinstance(value, ir.Value) else ibis.literal(value)).cast(kind)
