"""The trend test: do the last events of a client go one way, more than chance would have them?

Correlation of the values with their place among the last `trend_events` events, against the critical correlation of
a one-sided t-test at `alarm_rate` ÷ looks per year. Found from one grouped pass over all clients; only for those who
alarm is the past walked through again, event by event, to find the first day.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.signals.columns import raised
from vernost.engine.signals.critical import MOST_LOOKS, least_correlation

# What is needed of a purchase to walk through the past again.
WALKED = ("client_id", "day", "place", "gap", "bought")
# Less spread than this among the last events is no trend but rounding.
_LEAST_VARIANCE = 1e-9


def looks_of(events_per_year: ir.FloatingValue) -> ir.IntegerValue:
    """Looks per year as a whole number between 1 and MOST_LOOKS."""
    return events_per_year.ceil().clip(lower=1, upper=MOST_LOOKS).cast("int32")


def placed(events: ir.Table) -> ir.Table:
    """events (client_id, day, value) with place and in_year; events of one day count as one, with their mean.

    in_year: events of the 365 days up to this one. Looks are counted at the last event and not today: while nothing
    happens they must not dwindle, or an old pattern would alarm as its limit comes down to it.
    """
    daily = events.filter(_.value.notnull()).group_by("client_id", "day").aggregate(value=_.value.mean())
    ordered = ibis.window(group_by="client_id", order_by="day")
    year = ibis.range_window(group_by="client_id", order_by="day", preceding=364, following=0)
    return daily.mutate(
        place=ibis.row_number().over(ordered).cast("int32"),
        among=_.count().over(ibis.window(group_by="client_id")).cast("int32"),
        in_year=_.count().over(year).cast("int32"),
    )


def correlations(placed: ir.Table, settings: Settings) -> ir.Table:
    """One row a client: r, n, looks, last_day."""
    recent = placed.filter(_.place >= _.among - settings.trend_events)
    sums = recent.group_by("client_id").aggregate(
        n=_.count().cast("int32"),
        places=_.place.sum().cast("float64"),
        places2=(_.place.cast("float64") * _.place).sum(),
        values=_.value.sum(),
        values2=(_.value * _.value).sum(),
        products=(_.value * _.place).sum(),
        last_day=_.day.max(),
        in_year=_.in_year.max(where=_.place == _.among - 1),
    )
    return sums.select(
        "client_id", "n", "last_day", r=_correlation(sums), looks=looks_of(_.in_year.cast("float64"))
    )


def of_orders(sequence: ir.Table, settings: Settings) -> ir.Table:
    """One row a client whose last sums or intervals correlate with their place strongly enough to alarm at all:
    sum_r, sum_n, gap_r, gap_n.

    No correlation below that of the longest sequence at a single look alarms: most clients end here.
    """
    recent = sequence.filter(
        _.purchase & (_.among >= settings.trend_min_events) & (_.place >= _.among - settings.trend_events)
    )
    found = recent.group_by("client_id").aggregate(
        sum_r=_corr(_.bought), gap_r=_corr(_.gap), among=_.among.max()
    )
    least = least_correlation(settings)
    some = found.filter((_.sum_r.abs() >= least) | (_.gap_r.abs() >= least))
    return some.select(
        "client_id",
        "sum_r",
        "gap_r",
        sum_n=ibis.least(_.among, settings.trend_events).cast("int32"),
        gap_n=ibis.least(_.among - 1, settings.trend_events).cast("int32"),
    )


def both_ways(found: ir.Table, placed: ir.Table, critical: ir.Table, settings: Settings) -> ir.Table:
    """The rows of `found` whose values go one way, up (r > 0) or down, with critical and first_day.

    found: `correlations`; placed: `placed`; critical: the table of `critical.correlations` (n, looks → critical).
    """
    over = found.inner_join(critical, ["n", "looks"]).filter(_.r.abs() >= _.critical)
    first = _first_days(placed, over, critical, settings)
    return over.left_join(first, "client_id").select(over, first.first_day)


def alarms(ways: ir.Table, code: str, *, rising: bool) -> ir.Table:
    """Evidence rows of `code` for the clients in `both_ways` whose values rise (or fall)."""
    sign = 1 if rising else -1
    over = ways.filter(_.r * sign > 0)
    return raised(
        over,
        code,
        first_day=ibis.coalesce(over.first_day, over.last_day),
        observed=over.r,
        expected=0.0,
        threshold=sign * over.critical,
        observations=over.n,
        looks=over.looks,
    )


def _first_days(placed: ir.Table, over: ir.Table, critical: ir.Table, settings: Settings) -> ir.Table:
    """client_id, first_day: the first event of the unbroken run of alarms, all the same way, that lasts until now."""
    way = ibis.ifelse(over.r > 0, 1.0, -1.0)
    some = placed.inner_join(over.select("client_id", "looks", way=way), "client_id")
    frame = ibis.window(
        group_by="client_id", order_by="day", preceding=settings.trend_events - 1, following=0
    )
    value, place = some["value"], some.place.cast("float64")
    some = some.mutate(
        n=place.count().over(frame).cast("int32"),
        places=place.sum().over(frame),
        places2=(place * place).sum().over(frame),
        values=value.sum().over(frame),
        values2=(value * value).sum().over(frame),
        products=(value * place).sum().over(frame),
    )
    judged = some.left_join(critical, ["n", "looks"]).select(some, critical.critical)
    judged = judged.mutate(alarm=(_correlation(judged) * judged.way >= judged.critical).fill_null(False))
    clear = _.place.max(where=~_.alarm).over(ibis.window(group_by="client_id"))
    run = judged.mutate(clear=clear.fill_null(-1)).filter(_.place > _.clear)
    return run.group_by("client_id").aggregate(first_day=_.day.min())


def _corr(column: ir.IntegerColumn) -> ir.FloatingValue:
    r = column.ln().corr(_.place, how="pop")
    # Of values that are all alike an engine says not-a-number, which would be above every limit.
    return ibis.ifelse(r.isnan(), ibis.null("float64"), r)


def _correlation(sums: ir.Table) -> ir.FloatingValue:
    n = sums.n.cast("float64")
    variance = sums["values2"] - sums["values"] * sums["values"] / n
    spread = sums.places2 - sums.places * sums.places / n
    enough = variance > _LEAST_VARIANCE * (1 + sums["values2"])
    covariance = sums.products - sums["values"] * sums.places / n
    return ibis.ifelse(enough & (spread > 0), covariance / (variance * spread).sqrt(), ibis.null("float64"))
