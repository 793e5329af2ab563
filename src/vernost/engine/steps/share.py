"""Step 5, share: each client's part of the revenue and his class (assessment.md, 4)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps.place import Whole


def share(facts: ir.Table, whole: Whole, settings: Settings) -> ir.Table:
    """Adds share (0–1 of the revenue of the window; empty where there is none) and abc.

    Class A are the largest who together give `abc_a` of the revenue (the one who crosses the line still belongs to
    it), B the next up to `abc_b`, C the rest. Who returned more than he bought gives nothing, not less.
    """
    if not whole.revenue:
        return facts.mutate(share=ibis.null("float64"), abc=ibis.literal("C"))
    given = ibis.greatest(_.revenue_window.fill_null(0), 0)
    return facts.mutate(
        share=given / whole.revenue,
        abc=ibis.cases(
            (_.revenue_window.fill_null(0) <= 0, "C"),
            (_.larger < settings.abc_a * whole.revenue, "A"),
            (_.larger < settings.abc_b * whole.revenue, "B"),
            else_="C",
        ),
    )
