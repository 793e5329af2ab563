"""D4, we depend on one client: he gives so much of the revenue that we would not stand his leaving (S2)."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given


def dependence(given: Given) -> Iterator[ir.Table]:
    """The D4 signal; first day: the purchase that lifted the client over the line, other things being equal."""
    limit = given.settings.dependence_share
    some = given.facts.filter(_.share >= limit)
    window = given.sequence.filter(_.day > given.today - given.settings.window_days)
    bought = window.inner_join(some.select("client_id", "share", "revenue_window"), "client_id")
    ordered = ibis.cumulative_window(group_by="client_id", order_by="day")
    running = (_.bought - _.returned).sum().over(ordered)
    crossed = bought.mutate(running=running).filter(_.running >= limit * _.revenue_window / _.share.nullif(0))
    first = crossed.group_by("client_id").aggregate(crossed_day=_.day.min())
    some = some.left_join(first, "client_id").select(some, first.crossed_day)
    yield raised(
        some,
        "dependence",
        first_day=ibis.coalesce(some.crossed_day, given.today),
        observed=some.share,
        threshold=limit,
    )
