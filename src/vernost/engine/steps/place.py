"""Step 4, place: where each buyer stands among all, by purchases, revenue and margin of the window.

Places need the whole company in order, so they are found on narrow tables of their own, once, and joined back.
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.backend import Backend

COLUMNS = {
    "revenue_rank": "int32",
    "larger": "int64",
    "above_occasions": "float64",
    "above_revenue": "float64",
    "above_margin": "float64",
}


@dataclass(frozen=True)
class Whole:
    """Sums over all buyers: revenue of the window in cents (returns beyond purchases count as nothing), how many.

    givers: how many gave any revenue in the window. first_day: the first purchase of all, before which nothing is
    known (0 without any).
    """

    revenue: int
    buyers: int
    givers: int
    with_margin: int
    first_day: int


def whole(backend: Backend, history: ir.Table) -> Whole:
    """One grouped pass."""
    buyers = history.filter(_.occasions > 0)
    row = backend.fetch(
        buyers.aggregate(
            revenue=ibis.greatest(_.revenue_window, 0).sum().fill_null(0).cast("int64"),
            buyers=_.count(),
            givers=(_.revenue_window > 0).sum().fill_null(0),
            with_margin=_margin(buyers).count(),
            first_day=_.first_day.min().fill_null(0),
        )
    ).to_pylist()[0]
    return Whole(**row)


def places(history: ir.Table, whole: Whole) -> ir.Table:
    """One row a buyer: given (cents of revenue of the window, not below 0), place (1 … by it), revenue_rank (the same,
    but equals share a place), larger (cents of those before him in the order), and the part of the others (0–1) that
    lies below him in purchases, revenue, margin (`above_…`).
    """
    buyers = history.filter(_.occasions > 0)
    narrow = buyers.select(
        "client_id",
        "occasions_window",
        "revenue_window",
        given=ibis.greatest(buyers.revenue_window, 0),
        margin=_margin(buyers),
    )
    # One order gives every place by revenue; who gave nothing stands behind all who did, whatever he returned.
    by_revenue = ibis.desc("revenue_window")
    order = [by_revenue, ibis.asc("client_id")]
    descending = ibis.cumulative_window(order_by=order)
    rank = ibis.rank().over(ibis.window(order_by=by_revenue))
    not_below = (ibis.cume_dist().over(ibis.window(order_by=by_revenue)) * whole.buyers).round()
    margin = _part(ibis.rank().over(ibis.window(order_by=ibis.asc("margin"))), whole.with_margin)
    # Few numbers of purchases, many buyers: the numbers are put in order, not the buyers.
    fewer = history.group_by("occasions_window").aggregate(n=(_.occasions > 0).sum())
    fewer = fewer.mutate(below=_.n.sum().over(ibis.cumulative_window(order_by="occasions_window")) - _.n)
    joined = narrow.left_join(fewer, "occasions_window").select(narrow, fewer.below)
    return joined.select(
        "client_id",
        "given",
        place=(ibis.row_number().over(ibis.window(order_by=order)) + 1).cast("int32"),
        revenue_rank=(ibis.least(rank, whole.givers) + 1).cast("int32"),
        larger=(_.given.sum().over(descending) - _.given).cast("int64"),
        above_occasions=_part(joined.below, whole.buyers),
        above_revenue=_part(whole.buyers - not_below, whole.buyers),
        above_margin=ibis.ifelse(joined.margin.notnull(), margin, ibis.null("float64"))
        if whole.with_margin
        else ibis.null("float64"),
    )


def _margin(history: ir.Table) -> ir.IntegerValue:
    """Margin of the window in cents; empty where no direct cost is known."""
    return ibis.ifelse(
        history.cost.notnull(), history.revenue_window - history.cost_window.fill_null(0), ibis.null("int64")
    )


def _part(below: ir.IntegerValue, among: int) -> ir.FloatingValue:
    """Of the others; who is alone stands in the middle."""
    return below.cast("float64") / (among - 1) if among > 1 else ibis.literal(0.5)
