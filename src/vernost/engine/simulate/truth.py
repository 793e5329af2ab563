"""What is true of each simulated client, to hold judgements against."""

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Cell
from vernost.engine.tables.column import Column, TableSpec

TRUTH = TableSpec(
    "truth",
    "What is true of each simulated client.",
    (
        Column("client_id", "id", "the client", required=True),
        Column("archetype", "text", "kind of client, as the profile names it", required=True),
        Column("joined_on", "date", "first day as a client; the start for who was one before", required=True),
        Column("decline_from", "date", "day on which the client began to decline"),
        Column("left_on", "date", "day on which the client had left: no order on it or later"),
        Column("grows_from", "date", "day on which the client began to grow"),
        Column("away_from", "date", "first day of a long absence, for who came back"),
        Column("back_on", "date", "day from which the client, once absent, buys again"),
        Column("mean_interval", "number", "mean days between orders, before any change", "days"),
        Column("shape", "integer", "Erlang shape of the intervals; 1 is without memory"),
        Column("mean_amount", "number", "mean order, before any change", "company currency"),
        Column("late_days", "number", "mean days of payment after the due day", "days"),
        Column("complaints_per_year", "number", "mean complaints a year, before any change", "per year"),
        Column("cost_share", "number", "direct cost as a part of revenue", "share"),
        Column("minutes_per_order", "number", "our mean time for an order", "minutes"),
        Column(
            "expected_group",
            "code",
            "group, where it is clear; a loss-maker may be guarded by revenue that happens to grow",
            allowed=("fire", "discipline"),
        ),
    ),
)


def truth_table(cell: Cell) -> pa.Table:
    """One row per client, in the order of ids."""
    kinds = cell.profile.archetypes
    left = cell.until < cell.days
    absent = (cell.gap_from < cell.days) & (cell.trait("buys") > 0)
    groups = pa.array([each.expected_group for each in kinds], type=pa.string())
    return pa.table(
        {
            "client_id": arrow.ids(cell, np.arange(cell.size)),
            "archetype": arrow.words(tuple(each.name for each in kinds), cell.kind),
            "joined_on": arrow.dates(cell, cell.joined),
            "decline_from": arrow.dates(cell, cell.turn, cell.direction < 0),
            "left_on": arrow.dates(cell, np.ceil(cell.until), left),
            "grows_from": arrow.dates(cell, cell.turn, cell.direction > 0),
            "away_from": arrow.dates(cell, np.ceil(cell.gap_from), absent),
            "back_on": arrow.dates(cell, cell.gap_to, absent & (cell.gap_to < cell.days)),
            "mean_interval": cell.interval,
            "shape": cell.shape,
            "mean_amount": cell.amount,
            "late_days": cell.late_days,
            "complaints_per_year": cell.trait("complaints"),
            "cost_share": cell.cost_share,
            "minutes_per_order": cell.minutes,
            "expected_group": groups.take(pa.array(cell.kind)),
        }
    )
