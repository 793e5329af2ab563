"""Step 1b, effort: what serving each client took beside the direct cost of orders (assessment.md, 1; A5)."""

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.settings import Settings
from vernost.engine.steps import prepare

COLUMNS = {
    "service": "int64",
    "service_window": "int64",
    "service_previous": "int64",
    "won_cost_window": "int64",
}


def entries(
    costs: ir.Table | None, interactions: ir.Table | None, settings: Settings, today: int
) -> ir.Table | None:
    """Every piece of effort: client_id, day, cents, minutes, winning. None where neither table prices anything.

    Money as given; minutes at the person's or the common hourly rate, nothing where neither is set.
    """
    parts = []
    if costs is not None:
        table = prepare.dated(costs, "on", today)
        money = (
            prepare.cents_of(table.money).fill_null(0)
            if "money" in table.columns
            else ibis.literal(0, "int64")
        )
        winning = table.purpose == "winning" if "purpose" in table.columns else ibis.literal(False)
        parts.append(_entries(table, money, winning.fill_null(False), settings))
    if interactions is not None and "minutes" in interactions.columns:
        table = prepare.dated(interactions, "at", today)
        parts.append(_entries(table, ibis.literal(0, "int64"), ibis.literal(False), settings))
    return ibis.union(*parts) if len(parts) > 1 else parts[0] if parts else None


def effort(entries: ir.Table, settings: Settings, today: int) -> ir.Table:
    """One row a client: service, service_window, service_previous, won_cost_window (the part for winning), cents."""
    window, previous = today - settings.window_days, today - 2 * settings.window_days
    in_window = _.day > window
    return entries.group_by("client_id").aggregate(
        service=_.cents.sum().cast("int64"),
        service_window=_.cents.sum(where=in_window).fill_null(0).cast("int64"),
        service_previous=_.cents.sum(where=(_.day > previous) & (_.day <= window)).fill_null(0).cast("int64"),
        won_cost_window=_.cents.sum(where=in_window & _.winning).fill_null(0).cast("int64"),
    )


def _entries(table: ir.Table, money: ir.Value, winning: ir.Value, settings: Settings) -> ir.Table:
    minutes = (
        table.minutes.cast("float64").fill_null(0.0) if "minutes" in table.columns else ibis.literal(0.0)
    )
    rate = _rate(table, settings)
    return table.select(
        client_id=table.client_id,
        day=table.day,
        cents=(money + (minutes * (rate * (100 / 60))).round().cast("int64")).cast("int64"),
        minutes=minutes,
        winning=winning,
    )


def _rate(table: ir.Table, settings: Settings) -> ir.Value | float:
    common = settings.hourly_rate or 0.0
    if not settings.hourly_rates or "person" not in table.columns:
        return common
    rates = [(table.person == person, float(rate)) for person, rate in settings.hourly_rates.items()]
    return ibis.cases(*rates, else_=common)
