"""D3, the client wants change: the same people for long and nothing new; someone or something changed there (S2)."""

from collections.abc import Iterator

import ibis.expr.types as ir
from ibis import _

from vernost.engine.signals.acts import recent_acts
from vernost.engine.signals.columns import raised
from vernost.engine.signals.given import Given

_ACTS = ("contact_changed", "management_changed", "ownership_changed", "strategy_changed", "market_changed")


def change(given: Given) -> Iterator[ir.Table]:
    """Every D3 signal that the given tables allow."""
    if given.interactions is not None and "person" in given.columns_of_interactions:
        yield _same_pair(given, given.interactions)
    if given.acts is not None:
        for code in _ACTS:
            yield recent_acts(given, given.acts, code)


def _same_pair(given: Given, interactions: ir.Table) -> ir.Table:
    """The only person who spoke with the client for `same_pair_days`, while no new kind of service was bought."""
    edge = given.recent(given.settings.same_pair_days)
    pairs = (
        interactions.filter(_.person.notnull())
        .group_by("client_id", "person")
        .aggregate(since=_.day.min(), until=_.day.max())
    )
    late = pairs.filter(_.until > edge).group_by("client_id").aggregate(people=_.count(), since=_.since.max())
    some = late.filter((_.people == 1) & (_.since <= edge)).inner_join(given.active, "client_id")
    if given.lines:
        some = some.filter(_.new_lines.fill_null(0) == 0)
    return raised(
        some,
        "same_pair",
        first_day=some.since + given.settings.same_pair_days,
        observed=given.today - some.since,
        threshold=given.settings.same_pair_days,
    )
