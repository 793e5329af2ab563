"""Step 3d, comeback: did the client come back from a pause in which he was lost? (assessment.md, 6: won_back)

Three usual intervals are no rare pause for who buys irregularly. So the pause must also have been longer than the
client's other intervals allow, by the very test of the signal `silent` (`vernost.engine.signals.critical.silences`).
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals import trend


def comeback(table: ir.Table, silences: ir.Table | None, prior_time: float) -> ir.Table:
    """`rhythm` with comeback_day and comeback_interval emptied where such a pause is the client's own way to buy.

    silences: intervals, looks → factor; None without an outlook model, where the usual intervals alone decide.
    Drops other_intervals and other_gap_sum.
    """
    if silences is None:
        return table.drop("other_intervals", "other_gap_sum")
    looks = ibis.ifelse(
        _.comeback_day.notnull(), trend.looks_of(365.0 / _.typical_interval), ibis.null("int32")
    )
    asked = table.mutate(looks=looks)
    limits = silences.select(other_intervals="intervals", looks="looks", factor="factor")
    joined = asked.left_join(limits, ["other_intervals", "looks"]).select(asked, limits.factor)
    longer = joined.comeback_interval > joined.factor * (joined.other_gap_sum + prior_time)
    kept = {
        name: ibis.ifelse(longer, joined[name], ibis.null("int32"))
        for name in ("comeback_day", "comeback_interval")
    }
    return joined.mutate(**kept).drop("looks", "factor", "other_intervals", "other_gap_sum")
