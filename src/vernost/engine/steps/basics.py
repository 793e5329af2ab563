"""Step 1, basics: what each client bought, when, for how much, in whole days and cents (assessment.md, 1)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings

# A pause and the day it ended travel as one integer, so that the longest (the latest of equals) is one maximum.
PAUSE = 1_000_000


def days(orders: ir.Table) -> ir.Table:
    """One row a client and day: client_id, day, bought, returned (cents), and where given cost (cents).

    In: `prepare.orders`. All orders of one day are one purchase occasion; a day with returns only is none.
    """
    columns = {
        "bought": _.cents.sum(where=_.cents > 0).fill_null(0).cast("int64"),
        "returned": (-_.cents).sum(where=_.cents < 0).fill_null(0).cast("int64"),
    }
    if "cost" in orders.columns:
        columns["cost"] = _.cost.sum().cast("int64")
    return orders.group_by("client_id", "day").aggregate(**columns)


def sequence(days: ir.Table) -> ir.Table:
    """`days` with place (0 …), among (how many) and gap (days since the one before) for purchase occasions.

    Days with returns only are numbered apart; nobody looks at their numbers.
    """
    days = days.mutate(purchase=days.bought > 0)
    ordered = ibis.window(group_by=["client_id", "purchase"], order_by="day")
    return days.mutate(
        place=ibis.row_number().over(ordered).cast("int32"),
        gap=(_.day - _.day.lag().over(ordered)).cast("int32"),
        among=_.count().over(ibis.window(group_by=["client_id", "purchase"])).cast("int32"),
    )


def history(sequence: ir.Table, settings: Settings, today: int) -> ir.Table:
    """One row a client who ever bought or returned: counts, days, sums in cents, and what rhythm and trends need.

    Out beside the obvious: `gaps` and `sums` (arrays: the last intervals in days, the last sums in cents), `gap_count`,
    `gap_sum`, `gap_logs` (Σ ln), `gap_logs2` (Σ ln²), `trend_sum`, `trend_gap` (correlation of the logarithm with the
    place, last `trend_events`; empty where nothing varies), `trend_sum_n`, `trend_gap_n`, `pause` (longest gap that
    ended in the window × PAUSE + its last day).
    """
    window, previous, earlier = (today - settings.window_days * back for back in (1, 2, 3))
    in_window = _.day > window
    in_previous = (_.day > previous) & (_.day <= window)
    in_earlier = (_.day > earlier) & (_.day <= previous)
    has_gap = _.purchase & _.gap.notnull()
    rhythm = has_gap & (_.place >= _.among - settings.rhythm_intervals)
    recent = _.purchase & (_.place >= _.among - settings.trend_events)
    recent_gap = has_gap & (_.place >= _.among - settings.trend_events)
    net = _.bought - _.returned
    columns = {
        "first_day": _.day.min(where=_.purchase),
        "last_day": _.day.max(where=_.purchase),
        "occasions": _count(_.purchase),
        "occasions_window": _count(_.purchase & in_window),
        "occasions_previous": _count(_.purchase & in_previous),
        "bought": _.bought.sum().cast("int64"),
        "revenue": net.sum().cast("int64"),
        "revenue_window": _cents(net, in_window),
        "revenue_previous": _cents(net, in_previous),
        "revenue_earlier": _cents(net, in_earlier),
        "returns_window": _cents(_.returned, in_window),
        "sums": _.bought.collect(where=_.purchase & (_.place >= _.among - settings.rhythm_intervals)),
        "gaps": _.gap.collect(where=rhythm),
        "gap_count": _count(rhythm),
        "gap_sum": _.gap.sum(where=rhythm).fill_null(0).cast("int64"),
        "gap_logs": _.gap.ln().sum(where=rhythm).fill_null(0.0),
        "gap_logs2": (_.gap.ln() * _.gap.ln()).sum(where=rhythm).fill_null(0.0),
        "trend_sum": _correlation(_.bought, recent),
        "trend_sum_n": _count(recent),
        "trend_gap": _correlation(_.gap, recent_gap),
        "trend_gap_n": _count(recent_gap),
        "pause": (_.gap.cast("int64") * PAUSE + _.day).max(where=has_gap & in_window),
    }
    if "cost" not in sequence.columns:
        unknown = dict.fromkeys(("cost", "cost_window", "cost_previous"), ibis.null("int64"))
        return sequence.group_by("client_id").aggregate(**columns).mutate(**unknown)
    columns |= {
        "cost": _.cost.sum().cast("int64"),
        "cost_window": _.cost.sum(where=in_window).cast("int64"),
        "cost_previous": _.cost.sum(where=in_previous).cast("int64"),
    }
    return sequence.group_by("client_id").aggregate(**columns)


def _cents(column: ir.IntegerColumn, where: ir.BooleanColumn) -> ir.IntegerScalar:
    return column.sum(where=where).fill_null(0).cast("int64")


def _count(where: ir.BooleanColumn) -> ir.IntegerScalar:
    return where.sum().fill_null(0).cast("int32")


def _correlation(column: ir.IntegerColumn, where: ir.BooleanColumn) -> ir.FloatingValue:
    r = column.ln().corr(_.place, where=where, how="pop")
    # Of values that are all alike an engine says not-a-number, which would be above every limit.
    return ibis.ifelse(r.isnan(), ibis.null("float64"), r)
