"""What the signals look at, and which of it is there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

import ibis.expr.types as ir
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.settings import Settings
from vernost.engine.signals import rate, trend

# Evidence rows, or what gives them when asked: it will ask the engine and wait for the answer.
type Rows = ir.Table | Callable[[], ir.Table]


@dataclass(frozen=True)
class Given:
    """Tables as the steps made them; None where the firm gave none.

    facts: one judged row a client. sequence: purchase days, numbered; trends: of whom the sums or intervals may go one
    way (`trend.of_orders`), walked: their part of the sequence. acts, complaints, returns, extras: client_id,
    day (and kind). critical: n, looks → correlation. silences: intervals, looks → factor; None without a model.
    """

    facts: ir.Table
    sequence: ir.Table
    trends: ir.Table
    walked: ir.Table
    critical: ir.Table
    silences: ir.Table | None
    prior_time: float
    interactions: ir.Table | None
    columns_of_interactions: tuple[str, ...]
    invoices: ir.Table | None
    complaints: ir.Table | None
    ratings: bool
    acts: ir.Table | None
    returns: ir.Table | None
    extras: ir.Table | None
    lines: bool
    effort: ir.Table | None
    settings: Settings
    today: int
    backend: Backend
    prefix: str

    @property
    def active(self) -> ir.Table:
        """Clients who bought and are neither lost nor ended."""
        return self.facts.filter((_.occasions > 0) & ~_.stage.isin(("lost", "ended")))

    def recent(self, days: int) -> int:
        """The last day that is not among the last `days`."""
        return self.today - days

    def trend_of(self, events: ir.Table, **codes: bool) -> Iterator[ir.Table]:
        """Evidence rows of each code (True: a rise alarms) over events (client_id, day, value) of active clients."""
        events = events.semi_join(self.active, "client_id")
        placed = self.backend.store(f"{self.prefix}events_{'_'.join(codes)}", trend.placed(events))
        found = trend.correlations(placed, self.settings)
        found = found.filter(_.last_day > self.today - self.settings.window_days)
        for code, rising in codes.items():
            one_way = found.filter(_.r > 0 if rising else _.r < 0)
            ways = trend.both_ways(one_way, placed, self.critical, self.settings)
            yield trend.alarms(ways, code, rising=rising)

    @cached_property
    def order_sums(self) -> ir.Table:
        """Clients whose last order sums go one way, up or down (`trend.both_ways`)."""
        return self._order_trend("sum", self.walked.mutate(value=_.bought.ln()))

    @cached_property
    def order_gaps(self) -> ir.Table:
        """The same of the intervals between their orders."""
        return self._order_trend("gap", self.walked.filter(_.place > 0).mutate(value=_.gap.ln()))

    def _order_trend(self, of: str, walked: ir.Table) -> ir.Table:
        """The looks of a year are the purchases that the client's rhythm lets expect."""
        facts = self.active.filter(_.last_day > self.today - self.settings.window_days)
        facts = facts.select("client_id", "last_day", looks=trend.looks_of(365.0 / facts.typical_interval))
        some = self.trends.select("client_id", n=f"{of}_n", r=f"{of}_r")
        placed = walked.select("client_id", "day", "place", "value")
        return trend.both_ways(facts.inner_join(some, "client_id"), placed, self.critical, self.settings)

    def rate_of(
        self, events: ir.Table, code: str, *, rise: bool, among: ir.Table | None = None
    ) -> Callable[[], ir.Table]:
        """Evidence rows of `code` over events (client_id, day): more of them lately (`rise`), or fewer, than before.

        among: only clients who stand in this table.
        """
        counts = rate.counted(events, self.facts, self.settings, self.today)
        if among is not None:
            counts = counts.semi_join(among, "client_id")
        return partial(
            rate.alarms, counts, events, self.settings, self.today, code, rise=rise, backend=self.backend
        )
