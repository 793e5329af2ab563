"""One value of a row, or of a group of rows, as SQL. Every text can stand as an operand in another."""

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops

Write = Callable[[Any], str]

_TYPES = {
    dt.Int8: "TINYINT",
    dt.Int16: "SMALLINT",
    dt.Int32: "INTEGER",
    dt.Int64: "BIGINT",
    dt.Float32: "FLOAT",
    dt.Float64: "DOUBLE",
    dt.String: "VARCHAR",
    dt.Boolean: "BOOLEAN",
    dt.Date: "DATE",
}
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a day, no moment


class Unwritten(Exception):
    """An operation, or a form of it, that stands in no step so far."""


def quoted(name: str) -> str:
    """A name of a table or a column."""
    return '"' + name.replace('"', '""') + '"'


def value(op: Any, write: Write) -> str:
    """`op` as SQL; `write` is asked for the values that it is made of."""
    kind = type(op)
    if (writer := _WRITERS.get(kind)) is not None:
        return writer(op, write)
    if (call := _CALLS.get(kind)) is not None:
        return f"{call}({write(op.arg)})"
    if (sign := _SIGNS.get(kind)) is not None:
        return f"({write(op.left)} {sign} {write(op.right)})"
    if (call := _OF_GROUPS.get(kind)) is not None:
        return _filtered(f"{call}({write(op.arg)})", op, write)
    if isinstance(op, ops.AggUDF):
        arguments = [write(getattr(op, name)) for name in op.argnames if name != "where"]
        return _filtered(f"{op.__func_name__}({', '.join(arguments)})", op, write)
    raise Unwritten(kind.__name__)


def _type(kind: dt.DataType) -> str:
    if isinstance(kind, dt.Decimal) and kind.precision is not None:
        return f"DECIMAL({kind.precision}, {kind.scale})"
    if type(kind) not in _TYPES:
        raise Unwritten(str(kind))
    return _TYPES[type(kind)]


def _literal(op: Any, write: Write) -> str:
    given: Any = op.value
    kind = op.dtype
    if given is None:
        return "NULL" if kind.is_null() else f"CAST(NULL AS {_type(kind)})"
    if isinstance(given, bool):
        return "TRUE" if given else "FALSE"
    if kind.is_integer():
        return f"({given})" if given < 0 else str(given)
    if kind.is_floating() and math.isfinite(given):
        # Without an exponent DuckDB would read a decimal, whose products overflow.
        text = repr(float(given))
        return f"({text})" if "e" in text else f"({text}e0)"
    if kind.is_string():
        return "'" + str(given).replace("'", "''") + "'"
    if kind.is_date() and type(given) is date:
        return f"DATE '{given.isoformat()}'"
    if kind.is_timestamp() and kind.timezone is None:
        return f"TIMESTAMP '{given.isoformat(sep=' ')}'"
    raise Unwritten(f"literal {kind}")


def _cast(op: Any, write: Write) -> str:
    kind = op.arg.dtype
    if not (kind.is_null() or (kind.is_timestamp() and kind.timezone is None)):
        _type(kind)
    return f"CAST({write(op.arg)} AS {_type(op.to)})"


def _date(op: Any, write: Write) -> str:
    """The date of a moment; days after the epoch (`prepare.date_of`) are added without becoming one."""
    moment = op.arg
    if isinstance(moment, ops.TimestampAdd) and isinstance(moment.right, ops.IntervalFromInteger):
        start = moment.left
        if isinstance(start, ops.Literal) and start.value == _EPOCH and moment.right.unit.short == "D":
            return f"(DATE '1970-01-01' + CAST({write(moment.right.arg)} AS INTEGER))"
    raise Unwritten("Date")


def _days_between(op: Any, write: Write) -> str:
    if not (isinstance(op.part, ops.Literal) and op.part.value == "day"):
        raise Unwritten("DateDelta")
    return f"date_diff('day', {write(op.right)}, {write(op.left)})"


def _ymd(op: Any, write: Write) -> str:
    return f"make_date({write(op.year)}, {write(op.month)}, {write(op.day)})"


def _round(op: Any, write: Write) -> str:
    if not (isinstance(op.digits, ops.Literal) and op.digits.value == 0 and op.dtype.is_integer()):
        raise Unwritten("Round")
    return f"CAST(round({write(op.arg)}) AS BIGINT)"


def _whole(call: str) -> Callable[[Any, Write], str]:
    """To the next whole number, downwards or upwards."""

    def written(op: Any, write: Write) -> str:
        if not op.dtype.is_integer():
            raise Unwritten(call)
        return f"CAST({call}({write(op.arg)}) AS BIGINT)"

    return written


def _clip(op: Any, write: Write) -> str:
    """DuckDB's `greatest` and `least` pass over an empty value, which has to stay empty."""
    arg = write(op.arg)
    held = arg if op.upper is None else f"least({write(op.upper)}, {arg})"
    held = held if op.lower is None else f"greatest({write(op.lower)}, {held})"
    return f"CASE WHEN {arg} IS NOT NULL THEN {held} END"


def _coalesce(op: Any, write: Write) -> str:
    first, *others = op.arg
    nothing = len(others) == 1 and isinstance(others[0], ops.Literal) and others[0].value == 0
    if isinstance(first, ops.Sum) and first.arg.dtype.is_boolean() and nothing:
        # How often it holds, and 0 where there is nothing to count: DuckDB's count says just that.
        holds = write(first.arg)
        where = holds if first.where is None else f"{holds} AND {write(first.where)}"
        return f"count(*) FILTER (WHERE {where})"
    return f"coalesce({', '.join(map(write, op.arg))})"


def _cases(op: Any, write: Write) -> str:
    pairs = " ".join(
        f"WHEN {write(case)} THEN {write(result)}" for case, result in zip(op.cases, op.results, strict=True)
    )
    return f"CASE {pairs} ELSE {write(op.default)} END"


def _if(op: Any, write: Write) -> str:
    return f"CASE WHEN {write(op.bool_expr)} THEN {write(op.true_expr)} ELSE {write(op.false_null_expr)} END"


def _among(op: Any, write: Write) -> str:
    if not op.options:
        raise Unwritten("in nothing")
    return f"({write(op.value)} IN ({', '.join(map(write, op.options))}))"


def _all_of(call: str) -> Callable[[Any, Write], str]:
    return lambda op, write: f"{call}({', '.join(map(write, op.arg))})"


def _from_place(op: Any, write: Write) -> str:
    if op.length is not None or not isinstance(op.start, ops.Literal) or op.start.value < 0:
        raise Unwritten("Substring")
    return f"substring({write(op.arg)}, {op.start.value + 1})"


def _filtered(call: str, op: Any, write: Write) -> str:
    return call if op.where is None else f"{call} FILTER (WHERE {write(op.where)})"


def _sum(op: Any, write: Write) -> str:
    """Integers are summed as doubles and are integers again then: the steps sum nothing that reaches 2⁵³ (`steps.check`
    refuses such money), so that it is exact in any order. DuckDB would sum them in 128 bits, in twice the time.
    """
    arg, kind = write(op.arg), op.arg.dtype
    if kind.is_boolean():
        arg = f"CAST({arg} AS INTEGER)"
    elif kind.is_int64():
        arg = f"CAST({arg} AS DOUBLE)"
    total = _filtered(f"sum({arg})", op, write)
    return f"CAST({total} AS BIGINT)" if op.dtype.is_integer() else total


def _count_all(op: Any, write: Write) -> str:
    return _filtered("count(*)", op, write)


def _count_different(op: Any, write: Write) -> str:
    return _filtered(f"count(DISTINCT {write(op.arg)})", op, write)


def _correlation(op: Any, write: Write) -> str:
    if op.how != "pop":
        raise Unwritten("sample correlation")
    return _filtered(f"corr({write(op.left)}, {write(op.right)})", op, write)


def _window(op: Any, write: Write) -> str:
    parts = []
    if op.group_by:
        parts.append("PARTITION BY " + ", ".join(map(write, op.group_by)))
    if op.order_by:
        parts.append("ORDER BY " + ", ".join(map(write, op.order_by)))
    if isinstance(op.func, ops.Analytic):
        return _placed(op, f"OVER ({' '.join(parts)})", write)
    if op.order_by:
        start, end = _edge(op.start, "PRECEDING", write), _edge(op.end, "FOLLOWING", write)
        parts.append(f"{op.how.upper()} BETWEEN {start} AND {end}")
    elif op.start is not None or op.end is not None:
        raise Unwritten("frame without order")
    over, text = f"OVER ({' '.join(parts)})", write(op.func)
    # The cast stands around the window, not within.
    if isinstance(op.func, ops.Sum) and op.func.dtype.is_integer():
        return f"CAST({text.removeprefix('CAST(').removesuffix(' AS BIGINT)')} {over} AS BIGINT)"
    return f"{text} {over}"


def _placed(op: Any, over: str, write: Write) -> str:
    """What hangs on the place of a row among the others; Ibis counts places from 0."""
    if not op.order_by:
        raise Unwritten("place without order")
    func = op.func
    if isinstance(func, ops.RowNumber):
        return f"(row_number() {over} - 1)"
    if isinstance(func, ops.MinRank):
        return f"(rank() {over} - 1)"
    if isinstance(func, ops.CumeDist):
        return f"cume_dist() {over}"
    if isinstance(func, ops.Lag) and func.offset is None and func.default is None:
        return f"lag({write(func.arg)}) {over}"
    raise Unwritten(type(func).__name__)


def _edge(boundary: Any, unbounded: str, write: Write) -> str:
    if boundary is None:
        return f"UNBOUNDED {unbounded}"
    steps = boundary.value
    if isinstance(steps, ops.Literal) and steps.value == 0:
        return "CURRENT ROW"
    return f"{write(steps)} {'PRECEDING' if boundary.preceding else 'FOLLOWING'}"


def _sort_key(op: Any, write: Write) -> str:
    return (
        f"{write(op.arg)} {'ASC' if op.ascending else 'DESC'} NULLS {'FIRST' if op.nulls_first else 'LAST'}"
    )


_SIGNS = {
    ops.Add: "+",
    ops.Subtract: "-",
    ops.Multiply: "*",
    ops.Divide: "/",
    ops.Modulus: "%",
    ops.Equals: "=",
    ops.NotEquals: "<>",
    ops.Greater: ">",
    ops.GreaterEqual: ">=",
    ops.Less: "<",
    ops.LessEqual: "<=",
    ops.And: "AND",
    ops.Or: "OR",
}
_CALLS = {
    ops.Abs: "abs",
    ops.Exp: "exp",
    ops.Ln: "ln",
    ops.Sqrt: "sqrt",
    ops.IsNan: "isnan",
    ops.IsInf: "isinf",
}
_OF_GROUPS = {
    ops.Min: "min",
    ops.Max: "max",
    ops.Mean: "avg",
    ops.Count: "count",
    ops.Median: "median",
    ops.Any: "bool_or",
}
_WRITERS: dict[type, Callable[[Any, Write], str]] = {
    ops.Literal: _literal,
    ops.Cast: _cast,
    ops.Alias: lambda op, write: write(op.arg),
    ops.Date: _date,
    ops.DateDelta: _days_between,
    ops.DateFromYMD: _ymd,
    ops.Round: _round,
    ops.Floor: _whole("floor"),
    ops.Ceil: _whole("ceil"),
    ops.Clip: _clip,
    ops.Coalesce: _coalesce,
    ops.Greatest: _all_of("greatest"),
    ops.Least: _all_of("least"),
    ops.NullIf: lambda op, write: f"nullif({write(op.arg)}, {write(op.null_if_expr)})",
    ops.SearchedCase: _cases,
    ops.IfElse: _if,
    ops.InValues: _among,
    ops.IsNull: lambda op, write: f"({write(op.arg)} IS NULL)",
    ops.NotNull: lambda op, write: f"({write(op.arg)} IS NOT NULL)",
    ops.Not: lambda op, write: f"(NOT {write(op.arg)})",
    ops.Negate: lambda op, write: f"(-{write(op.arg)})",
    ops.StringConcat: lambda op, write: f"({' || '.join(map(write, op.arg))})",
    ops.Substring: _from_place,
    ops.Sum: _sum,
    ops.CountStar: _count_all,
    ops.CountDistinct: _count_different,
    ops.Correlation: _correlation,
    ops.WindowFunction: _window,
    ops.SortKey: _sort_key,
}
