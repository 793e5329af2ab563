"""D5, consider ending: losses, rising effort, free work, conflicting values; several at once: decide quickly (S2)."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.codes import SIGNALS
from vernost.engine.signals.acts import recent_acts
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given

# Only the volume: with every kind of fall together the false alarms of three tests would add up.
_FALL = "orders_shrink"
_EXPLAINS = (*(signal.code for signal in SIGNALS if signal.area == "unhappy"), "pays_later", "extras_dropped")
_ENDS = tuple(signal.code for signal in SIGNALS if signal.area == "ending")


def ending(given: Given) -> Iterator[ir.Table]:
    """Every D5 signal that the given tables allow, but for the two that look at other signals."""
    yield _loss_making(given)
    if given.effort is not None:
        effort = given.effort.filter((_.cents > 0) | (_.minutes > 0))
        # Money where it is known, minutes where time has no price: each client is compared with himself only.
        size = ibis.ifelse(effort.cents > 0, effort.cents.cast("float64"), effort.minutes)
        yield from given.trend_of(effort.select("client_id", "day", value=size.ln()), cost_rises=True)
    if given.interactions is not None and "free_of_charge" in given.columns_of_interactions:
        yield _free_work(given, given.interactions)
    if given.acts is not None:
        yield recent_acts(given, given.acts, "values_conflict", days=given.settings.window_days)


def unexplained(given: Given, raised_so_far: ir.Table) -> ir.Table:
    """A regular client falls and nothing that we know explains it: no word of discontent, no difficulty, no debt.

    Needs some table that could explain it; where none is given the caller does not ask.
    """
    falls = raised_so_far.filter(_.code == _FALL)
    explained = raised_so_far.filter(_.code.isin(_EXPLAINS))
    loyal = given.facts.filter(
        (_.occasions >= given.settings.regular_occasions) & (_.debt_days.fill_null(0) == 0)
    )
    some = falls.semi_join(loyal, "client_id").anti_join(explained, "client_id")
    return raised(
        some,
        "falls_unexplained",
        first_day=some.first_day,
        observed=some.observed,
        expected=some.expected,
        threshold=some.threshold,
        observations=some.observations,
        looks=some.looks,
    )


def decide_quickly(given: Given, raised_so_far: ir.Table) -> ir.Table:
    """Several reasons to end at once; first day: that of the reason that made them several."""
    enough = given.settings.ending_signals
    reasons = _nth_day(raised_so_far.filter(_.code.isin(_ENDS)), "first_day", enough)
    some = reasons.filter(_.n >= enough)
    return raised(
        some,
        "decide_quickly",
        first_day=some.nth_day,
        observed=some.n,
        threshold=given.settings.ending_signals,
    )


def _loss_making(given: Given) -> ir.Table:
    """Orders of the window cost more than they brought, or the client insists on terms that do."""
    loses = (_.occasions_window > 0) & (_.margin_cents < 0)
    some = given.facts.filter(loses.fill_null(False) | (_.loss_making_acts.fill_null(0) > 0))
    by_margin = ((some.occasions_window > 0) & (some.margin_cents < 0)).fill_null(False)
    return raised(
        some,
        "loss_making",
        first_day=ibis.ifelse(by_margin, some.last_day, some.loss_making_day),
        observed=ibis.ifelse(by_margin, some.margin_cents / 100, some.loss_making_acts.cast("float64")),
        threshold=0.0,
        observations=some.occasions_window,
    )


def _free_work(given: Given, interactions: ir.Table) -> ir.Table:
    """A client who already knows us well makes us work for nothing."""
    free = interactions.filter(_.free & (_.day > given.recent(given.settings.window_days)))
    free = free.semi_join(given.facts.filter(_.regular), "client_id")
    some = _nth_day(free, "day", given.settings.free_works).filter(_.n >= given.settings.free_works)
    return raised(
        some, "free_work", first_day=some.nth_day, observed=some.n, threshold=given.settings.free_works
    )


def _nth_day(events: ir.Table, day: str, nth: int) -> ir.Table:
    """client_id, n (events), nth_day (the day of the nth of them; empty with fewer)."""
    place = ibis.row_number().over(ibis.window(group_by="client_id", order_by=day)) + 1
    placed = events.select("client_id", day=events[day], place=place)
    return placed.group_by("client_id").aggregate(
        n=_.count().cast("int32"), nth_day=_.day.max(where=_.place == nth)
    )
