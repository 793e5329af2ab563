"""Ibis's own SQL for DuckDB, for what `vernost.engine.writing` refuses; mended where it says something else."""

import math
from typing import Any, override

import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import sqlglot.expressions as sge
from ibis.backends.sql.compilers import DuckDBCompiler


class _Compiler(DuckDBCompiler):  # type: ignore[misc]  # Ibis publishes no types
    __slots__ = ()

    @override
    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: dt.DataType) -> Any:
        """DuckDB reads 66.66666666666667 as a decimal, whose products overflow: every float says that it is one."""
        if dtype.is_floating() and math.isfinite(value):
            return self.cast(sge.convert(float(value)), dt.float64)
        return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

    @override
    def visit_Sum(self, op: Any, *, arg: Any, where: Any) -> Any:
        """DuckDB widens sums of integers to 128 bits, in which all that is made of them would be counted too."""
        total = super().visit_Sum(op, arg=arg, where=where)
        return self.cast(total, op.dtype) if op.dtype.is_integer() else total

    @override
    def visit_WindowFunction(self, op: Any, *, func: Any, **frame: Any) -> Any:
        """A sum over a window: the cast stands around the window, not within."""
        if not isinstance(func, sge.Cast):
            return super().visit_WindowFunction(op, func=func, **frame)
        return self.cast(super().visit_WindowFunction(op, func=func.this, **frame), op.dtype)


_COMPILER = _Compiler()


def sql(expression: ir.Table) -> str:
    """The expression as DuckDB's SQL."""
    return str(_COMPILER.to_sqlglot(expression).sql(dialect=_COMPILER.dialect, copy=False))
