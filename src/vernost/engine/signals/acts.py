"""Signals that are acts of the client, as a person logged them: they are facts, not tests."""

import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given


def recent_acts(given: Given, acts: ir.Table, code: str, *, days: int | None = None) -> ir.Table:
    """Clients with an act of the kind `code` within the last `days` (recent_days), counted; first day: the oldest."""
    edge = given.recent(given.settings.recent_days if days is None else days)
    some = acts.filter((_.kind == code) & (_.day > edge))
    counted = some.group_by("client_id").aggregate(n=_.count().cast("int32"), first=_.day.min())
    return raised(counted, code, first_day=counted["first"], observed=counted.n, observations=counted.n)
