"""The rate test: more or fewer events in the recent days than the client's own earlier rate lets expect?

Under a steady rate the number of recent events, while `before` events are seen in the days before, is negative
binomial; the critical count at `alarm_rate` ÷ looks per year is found on the driver for each distinct pair of counts
(grouped statistics) and joined back.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.settings import Settings
from vernost.engine.signals import critical
from vernost.engine.signals.columns import raised

_KEYS = ("recent", "before", "days_before")
# Fewer days of history than this before the recent ones say nothing about a rate.
_LEAST_DAYS = 90


def counted(events: ir.Table, facts: ir.Table, settings: Settings, today: int) -> ir.Table:
    """client_id, recent, before (events), days_before (days of the window before that the client was with us).

    events: client_id, day. facts: client_id, tenure_days, stage. Clients without a single event, with us for too
    short a time, or gone, are left out.
    """
    edge = today - settings.recent_days
    counts = (
        events.filter(_.day > edge - settings.window_days)
        .group_by("client_id")
        .aggregate(recent=(_.day > edge).sum().cast("int32"), before=(_.day <= edge).sum().cast("int32"))
    )
    known = counts.inner_join(facts.select("client_id", "tenure_days", "stage"), "client_id")
    known = known.mutate(
        days_before=ibis.least(known.tenure_days - settings.recent_days, settings.window_days).cast("int32")
    )
    return known.filter(~_.stage.isin(("lost", "ended")) & (_.days_before >= _LEAST_DAYS)).select(
        "client_id", *_KEYS
    )


def alarms(
    counts: ir.Table,
    events: ir.Table,
    settings: Settings,
    today: int,
    code: str,
    *,
    rise: bool,
    backend: Backend,
) -> ir.Table:
    """Evidence rows of `code`; counts from `counted`, events as there."""
    groups = backend.fetch(counts.group_by(*_KEYS).aggregate(clients=_.count())).drop_columns(["clients"])
    groups = groups.sort_by([(key, "ascending") for key in _KEYS])
    limits = backend.put(f"rates_{code}", critical.rates(groups, settings, rise=rise))
    judged = counts.inner_join(limits, _KEYS)
    over = judged.filter(_.recent >= _.critical if rise else _.recent <= _.critical)
    numbered = events.inner_join(over.select("client_id", "recent", "critical"), "client_id")
    numbered = numbered.mutate(
        back=ibis.row_number().over(ibis.window(group_by="client_id", order_by=ibis.desc("day")))
    )
    # The recent count reached the limit with its `critical`-th event; it fell to it when the next one grew old.
    turning = numbered.recent - numbered.critical if rise else numbered.critical
    aged = 0 if rise else settings.recent_days
    turn = numbered.filter(_.back == turning).select("client_id", first_day=(_.day + aged).cast("int32"))
    over = over.left_join(turn, "client_id").select(over, turn.first_day)
    return raised(
        over,
        code,
        first_day=ibis.coalesce(over.first_day, today),
        observed=over.recent,
        expected=over.before * settings.recent_days / over.days_before,
        threshold=over.critical,
        observations=over.recent + over.before,
        looks=over.looks,
    )
