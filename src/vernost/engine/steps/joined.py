"""Codes joined in one text column: they travel through Parquet, Spark and spreadsheets alike."""

from functools import reduce
from operator import add

import ibis
import ibis.expr.types as ir


def codes(*cases: tuple[ir.BooleanValue, str]) -> ir.StringValue:
    """The codes whose condition holds, in the order given, joined by commas; an unknown condition does not hold."""
    found = [ibis.ifelse(condition, f",{code}", "").fill_null("") for condition, code in cases]
    return reduce(add, found).substr(1)
