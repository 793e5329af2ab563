"""Codes joined in one text column: they travel through Parquet, Spark and spreadsheets alike."""

import ibis
import ibis.expr.types as ir


def codes(*cases: tuple[ir.BooleanValue, str]) -> ir.StringValue:
    """The codes whose condition holds, in the order given, joined by commas; an unknown condition does not hold."""
    joined = ibis.literal("")
    for condition, code in cases:
        joined = joined + ibis.ifelse(condition, f",{code}", "").fill_null("")
    return joined.substr(1)
