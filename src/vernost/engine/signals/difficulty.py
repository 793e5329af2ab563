"""D2, the client is in difficulty: smaller and rarer orders, silence, later payment, no more extras (S2)."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals import trend
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given, Rows


def difficulty(given: Given) -> Iterator[Rows]:
    """Every D2 signal that the given tables allow."""
    yield trend.alarms(given.order_sums, "orders_shrink", rising=False)
    yield trend.alarms(given.order_gaps, "orders_rarer", rising=True)
    if given.silences is not None:
        yield _silent(given, given.silences)
    if given.invoices is not None:
        due = given.invoices.filter((_.due_day <= given.today) & _.late.notnull())
        # The logarithm keeps one very late payment from speaking for all; before the due day counts as on it.
        late = due.select("client_id", day=_.due_day, value=(ibis.greatest(_.late, 0) + 1).ln())
        yield from given.trend_of(late, pays_later=True)
    if given.extras is not None:
        # Who stopped buying altogether did not drop the extras: that is another signal.
        buying = given.active.filter(_.days_since_last < given.settings.recent_days)
        yield given.rate_of(given.extras, "extras_dropped", rise=False, among=buying)


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
