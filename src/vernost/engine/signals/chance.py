"""D7, a chance: the client grows, asks more, buys something new, is ready to recommend us."""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals import trend
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given, Rows


def chance(given: Given) -> Iterator[Rows]:
    """Every D7 signal that the given tables allow."""
    yield trend.alarms(given.order_sums, "orders_grow", rising=True)
    yield trend.alarms(given.order_gaps, "orders_closer", rising=False)
    if given.interactions is not None:
        asks = given.interactions.filter((_.direction == "in") & (_.kind == "inquiry")).select(
            "client_id", "day"
        )
        yield given.rate_of(asks, "asks_more", rise=True)
    if given.lines:
        some = given.facts.filter(_.new_lines > 0)
        yield raised(some, "new_service", first_day=some.new_line_day, observed=some.new_lines)
    if given.ratings or given.acts is not None:
        yield _ready_to_recommend(given)


def _ready_to_recommend(given: Given) -> ir.Table:
    settings = given.settings
    glad = (_.nps_last >= settings.devoted_nps).fill_null(False)
    recommends = _.referral_acts.fill_null(0) > 0
    some = given.active.filter(glad | recommends)
    by_mark = (some.nps_last >= settings.devoted_nps).fill_null(False)
    return raised(
        some,
        "ready_to_recommend",
        first_day=ibis.ifelse(by_mark, some.nps_day, some.referral_day),
        observed=ibis.ifelse(by_mark, some.nps_last, some.referral_acts.cast("float64")),
        threshold=settings.devoted_nps,
    )
