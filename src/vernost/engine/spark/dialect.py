"""Ibis' SQL for Spark, mended where it would not say the same as on DuckDB."""

import math
from collections.abc import Callable
from typing import Any, override

import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import sqlglot.expressions as sge
from ibis.backends.sql.compilers import PySparkCompiler
from ibis.backends.sql.compilers.base import SQLGlotCompiler


class _Compiler(PySparkCompiler):  # type: ignore[misc]  # Ibis publishes no types
    """Reads no Ibis options: those of Spark appear only with `ibis.pyspark`, which wants pandas."""

    __slots__ = ()

    visit_Field = SQLGlotCompiler.visit_Field  # noqa: N815 - named by Ibis
    # NaN is a value, not an empty one, as on DuckDB.
    visit_IsNull = SQLGlotCompiler.visit_IsNull  # noqa: N815
    visit_NotNull = SQLGlotCompiler.visit_NotNull  # noqa: N815

    @override
    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: dt.DataType) -> Any:
        """Spark reads 0.2 as a decimal and goes on in decimals of six places: every float says that it is one."""
        if dtype.is_floating():
            if math.isfinite(value):
                return self.cast(sge.convert(float(value)), dt.float64)
            return self.visit_DefaultLiteral(op, value=value, dtype=dtype)
        return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

    @override
    def visit_ArrayIndex(self, op: Any, *, arg: Any, index: Any) -> Any:
        """Beyond the end is empty; Ibis' `element_at` would be an error under ANSI."""
        return self.f.anon.get(arg, index)

    @override
    def visit_IntervalFromInteger(self, op: Any, *, arg: Any, unit: Any) -> Any:
        """Days as an interval without going through text, row by row."""
        if unit.short == "D":
            return self.f.anon.make_interval(0, 0, 0, arg)
        return super().visit_IntervalFromInteger(op, arg=arg, unit=unit)

    @override
    def visit_AggUDF(self, op: Any, **arguments: Any) -> Any:
        """Spark has no `mad`: the few days are collected, and their median taken of what lies off their median."""
        if op.__func_name__ != "mad":
            return super().visit_AggUDF(op, **arguments)

        def off_the_middle(own: Any) -> Any:
            value = sge.to_identifier("value")
            off = self.f.abs(sge.Sub(this=value, expression=self._middle(own)))
            return self._middle(self.f.transform(own, sge.Lambda(this=off, expressions=[value])))

        return self._let("own", self.f.collect_list(arguments["days"]), off_the_middle)

    def _middle(self, array: Any) -> Any:
        """Median of an array that holds something."""

        def mean_of_two(ordered: Any) -> Any:
            size = self.f.size(ordered)
            places = (sge.paren(size - 1), size)
            two = [self.f.anon.get(ordered, sge.IntDiv(this=at, expression=sge.convert(2))) for at in places]
            return self.cast(two[0] + two[1], dt.float64) / 2

        return self._let("ordered", self.f.array_sort(array), mean_of_two)

    def _let(self, name: str, value: Any, of: Callable[[Any], Any]) -> Any:
        """`of` the value, which is written, and reckoned, once."""
        named = sge.to_identifier(name)
        one = self.f.transform(self.f.array(value), sge.Lambda(this=of(named), expressions=[named]))
        return self.f.anon.get(one, 0)


_COMPILER = _Compiler()


def sql(expression: ir.Table) -> str:
    """The expression as Spark's SQL."""
    return str(_COMPILER.to_sqlglot(expression).sql(dialect=_COMPILER.dialect, copy=False))
