"""D2, the client is in difficulty: smaller and rarer orders, silence, later payment, no more extras (S2)."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals import critical, rate, trend
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given


def difficulty(given: Given) -> Iterator[ir.Table]:
    """Every D2 signal that the given tables allow."""
    yield order_trend(given, "orders_shrink", "trend_sum", rising=False)
    yield order_trend(given, "orders_rarer", "trend_gap", rising=True)
    if given.silences is not None:
        yield _silent(given, given.silences)
    if given.invoices is not None:
        due = given.invoices.filter((_.due_day <= given.today) & _.late.notnull())
        # The logarithm keeps one very late payment from speaking for all; before the due day counts as on it.
        late = due.select("client_id", day=_.due_day, value=(ibis.greatest(_.late, 0) + 1).ln())
        yield from given.trend_of(late, pays_later=True)
    if given.extras is not None:
        counts = rate.counted(given.extras, given.facts, given.settings, given.today)
        # Who stopped buying altogether did not drop the extras: that is another signal.
        counts = counts.semi_join(
            given.active.filter(_.days_since_last < given.settings.recent_days), "client_id"
        )
        yield rate.alarms(
            counts,
            given.extras,
            given.settings,
            given.today,
            "extras_dropped",
            rise=False,
            fetch=given.backend.fetch,
            put=given.backend.put,
        )


def order_trend(given: Given, code: str, column: str, *, rising: bool) -> ir.Table:
    """A trend in the sums (`trend_sum`) or intervals (`trend_gap`) of the last purchases; r and n stand in the facts.

    The looks of a year are the purchases that the client's rhythm lets expect.
    """
    facts = given.active.filter(_.last_day > given.today - given.settings.window_days)
    # No correlation below that of the longest sequence at a single look alarms: most clients end here.
    sign, least = (1 if rising else -1), critical.least_correlation(given.settings)
    facts = facts.filter(facts[column] * sign >= least)
    found = facts.select(
        "client_id",
        "last_day",
        n=facts[f"{column}_n"],
        r=facts[column],
        looks=trend.looks_of(365.0 / facts.typical_interval),
    )
    bought = given.sequence.filter(_.purchase)
    value = bought.bought.ln() if column == "trend_sum" else bought.gap.ln()
    first = 0 if column == "trend_sum" else 1
    placed = bought.filter(_.place >= first).select("client_id", "day", "place", value=value)
    return trend.alarms(found, placed, given.critical, given.settings, code, rising=rising)


def _silent(given: Given, silences: ir.Table) -> ir.Table:
    """The silence since the last purchase is longer than the client's own intervals allow (`critical.silences`)."""
    facts = given.facts.filter((_.occasions > 1) & (_.stage != "ended")).mutate(
        looks=trend.looks_of(365.0 / _.typical_interval)
    )
    some = facts.inner_join(silences, ["intervals", "looks"])
    some = some.mutate(longest=(_.factor * (_.gap_sum + given.prior_time)).ceil())
    some = some.filter(
        (_.days_since_last > _.longest)
        & (_.last_day + _.longest + 1 > given.today - given.settings.window_days)
    )
    return raised(
        some,
        "silent",
        first_day=some.last_day + some.longest + 1,
        observed=some.days_since_last,
        expected=some.typical_interval,
        threshold=some.longest,
        observations=some.intervals,
        looks=some.looks,
    )
