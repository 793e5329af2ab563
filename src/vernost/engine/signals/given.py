"""What the signals look at, and which of it is there."""

from collections.abc import Iterator
from dataclasses import dataclass

import ibis.expr.types as ir
from ibis import _

from vernost.engine.backend import Backend
from vernost.engine.settings import Settings
from vernost.engine.signals import rate, trend


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
            yield trend.alarms(found, placed, self.critical, self.settings, code, rising=rising)

    def rate_of(self, events: ir.Table, code: str, *, rise: bool, among: ir.Table | None = None) -> ir.Table:
        """Evidence rows of `code` over events (client_id, day): more of them lately (`rise`), or fewer, than before.

        among: only clients who stand in this table.
        """
        counts = rate.counted(events, self.facts, self.settings, self.today)
        if among is not None:
            counts = counts.semi_join(among, "client_id")
        return rate.alarms(counts, events, self.settings, self.today, code, rise=rise, backend=self.backend)
