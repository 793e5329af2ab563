"""Step 1, basics: what each client bought, when, for how much, in whole days and cents (assessment.md, 1)."""

from collections.abc import Callable

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
        "bought": ibis.greatest(_.cents, 0).sum(),
        "returned": ibis.greatest(-_.cents, 0).sum(),
    }
    if "cost" in orders.columns:
        columns["cost"] = _.cost.sum()
    return orders.group_by("client_id", "day").aggregate(**columns)


def sequence(days: ir.Table) -> ir.Table:
    """`days` with purchase, and for purchase occasions place (0 …), among (how many), gap (days since the one before)
    and start (the first day).

    Days with returns only are numbered apart; nobody looks at their numbers.
    """
    days = days.mutate(purchase=days.bought > 0)
    whole = ibis.window(group_by=["client_id", "purchase"])
    ordered = ibis.window(group_by=["client_id", "purchase"], order_by="day")
    return days.mutate(
        place=ibis.row_number().over(ordered).cast("int32"),
        gap=(_.day - _.day.lag().over(ordered)).cast("int32"),
        among=_.count().over(whole).cast("int32"),
        start=_.day.min().over(whole),
    )


def history(sequence: ir.Table, settings: Settings, today: int) -> ir.Table:
    """One row a client who ever bought or returned: counts, days, sums in cents, and what the rhythm needs.

    Out beside the obvious: of the last `rhythm_intervals` intervals in days gap_count, gap_sum, gap_logs (Σ ln),
    gap_logs2 (Σ ln²), gap_median and gap_mad (both empty with fewer than two); median_cents of as many last purchases;
    pause (longest gap that ended in the window × PAUSE + its last day).
    """
    sums = _sums(sequence, settings, today)
    middle = _medians(sequence, settings.rhythm_intervals)
    kept = [name for name in sums.columns if name not in ("rhythm_start", "one")]
    gap_count = ibis.greatest(ibis.least(sums.occasions - 1, settings.rhythm_intervals), 0)
    joined = sums.left_join(middle, "client_id").select(
        *[sums[name] for name in kept],
        gap_count=gap_count.cast("int32"),
        gap_sum=(sums.last_day - sums.rhythm_start).fill_null(0).cast("int64"),
        gap_median=middle.gap_median,
        gap_mad=middle.gap_mad,
        # Of one purchase or two the median is the mean.
        median_cents=ibis.coalesce(middle.median_cents, sums.bought / sums.occasions.nullif(0)),
    )
    if "cost" in sequence.columns:
        return joined
    return joined.mutate(**dict.fromkeys(("cost", "cost_window", "cost_previous"), ibis.null("int64")))


def _sums(sequence: ir.Table, settings: Settings, today: int) -> ir.Table:
    """What is counted and summed of each client. The rows of this grouping are as many as the firm has clients, so
    that every column of it costs time; what follows from others is not in it.
    """
    window, previous, earlier = (today - settings.window_days * back for back in (1, 2, 3))
    in_window = _.day > window
    in_previous = (_.day > previous) & (_.day <= window)
    in_earlier = (_.day > earlier) & (_.day <= previous)
    rhythm = _.purchase & (_.place >= _.among - settings.rhythm_intervals)
    net = _.bought - _.returned
    logs = _.gap.ln()
    columns = {
        "first_day": _.day.min(where=_.purchase),
        "last_day": _.day.max(where=_.purchase),
        "occasions": _count(_.purchase),
        "occasions_window": _count(_.purchase & in_window),
        "occasions_previous": _count(_.purchase & in_previous),
        "bought": _.bought.sum(),
        "revenue": net.sum(),
        "revenue_window": net.sum(where=in_window).fill_null(0),
        "revenue_previous": net.sum(where=in_previous).fill_null(0),
        "revenue_earlier": net.sum(where=in_earlier).fill_null(0),
        "returns_window": _.returned.sum(where=in_window).fill_null(0),
        "rhythm_start": _.day.min(where=_.purchase & (_.place >= _.among - settings.rhythm_intervals - 1)),
        "gap_logs": logs.sum(where=rhythm).fill_null(0.0),
        "gap_logs2": (logs * logs).sum(where=rhythm).fill_null(0.0),
        "pause": (_.gap.cast("int64") * PAUSE + _.day).max(where=_.purchase & in_window),
    }
    if "cost" in sequence.columns:
        columns |= {
            "cost": _.cost.sum(),
            "cost_window": _.cost.sum(where=in_window),
            "cost_previous": _.cost.sum(where=in_previous),
        }
    return sequence.group_by("client_id").aggregate(**columns)


def _medians(sequence: ir.Table, intervals: int) -> ir.Table:
    """Medians of who bought three times or more: the others, often most of a firm's clients, need none."""
    last = sequence.filter(_.purchase & (_.among > 2) & (_.place >= _.among - intervals))
    return last.group_by("client_id").aggregate(
        gap_median=_.gap.median(), gap_mad=mad(_.gap), median_cents=_.bought.median()
    )


def _mad(days: int) -> float:
    raise NotImplementedError(days)


# Median absolute deviation from the median: DuckDB has it, for Spark `spark.dialect` writes it.
mad: Callable[[ir.Value], ir.FloatingScalar] = ibis.udf.agg.builtin(_mad, name="mad")


def _count(where: ir.BooleanColumn) -> ir.IntegerScalar:
    return where.sum().fill_null(0).cast("int32")
