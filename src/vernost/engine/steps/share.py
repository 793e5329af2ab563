"""Step 5, share: each client's part of the revenue, his place, his class (assessment.md, 4)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings


def share(facts: ir.Table, settings: Settings) -> ir.Table:
    """Adds share (0–1 of the revenue of the window; empty where there is none), revenue_rank (1 is the largest; equals
    share a place), abc.

    Clients whose returns exceed their purchases count as nothing in the whole, not as less. Class A are the largest
    who together give `abc_a` of the revenue (the one who crosses the line still belongs to it), B the next up to
    `abc_b`, C the rest.
    """
    given = ibis.greatest(facts.revenue_window.fill_null(0), 0)
    table = facts.mutate(given=given)
    descending = ibis.window(order_by=[ibis.desc("given"), "client_id"])
    table = table.mutate(
        whole=_.given.sum().over(ibis.window()).cast("float64"),
        before=(_.given.sum().over(descending) - _.given).cast("float64"),
        revenue_rank=(ibis.rank().over(ibis.window(order_by=ibis.desc("given"))) + 1).cast("int32"),
    )
    some = _.whole > 0
    table = table.mutate(
        share=ibis.ifelse(some, _.given / _.whole.nullif(0), None),
        abc=ibis.cases(
            (~some | (_.given <= 0), "C"),
            (_.before < settings.abc_a * _.whole, "A"),
            (_.before < settings.abc_b * _.whole, "B"),
            else_="C",
        ),
    )
    return table.drop("given", "whole", "before")
