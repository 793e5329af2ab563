"""What the simulated clients bought and sent back."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import GROWN_AMOUNT, SHRUNK_AMOUNT, Bools, Cell, Floats, Ints
from vernost.engine.simulate.renewal import renewals

SERVICE_LINES = ("line-1", "line-2", "line-3", "line-4")


@dataclass(frozen=True)
class Orders:
    """Rows of the orders table as arrays; `main` rows are purchases, the others extras and returns."""

    who: Ints
    day: Ints
    cents: Ints
    cost_cents: Ints
    line: Ints
    main: Bools
    extra: Bools


def draw_orders(cell: Cell) -> Orders:
    """All orders of a cell, by day."""
    rng = cell.random(1)
    buys = cell.trait("buys") > 0
    begins = np.array([each.begins == "before" for each in cell.profile.archetypes])[cell.kind]
    until = np.where(buys, cell.until, cell.joined)
    who, when = renewals(
        rng,
        cell.joined,
        until,
        cell.interval,
        shape=cell.shape,
        turn=cell.turn,
        growth=cell.growth,
        starts_with_one=~begins,
    )
    away = (when >= cell.gap_from[who]) & (when < cell.gap_to[who])
    who, when = who[~away], when[~away]
    day = _working_days(cell, np.floor(when).astype(np.int64))
    progress = cell.progress(who, when)
    trend = np.where(progress < 0, SHRUNK_AMOUNT**-progress, GROWN_AMOUNT**progress)
    noise = rng.gamma(cell.profile.amount_shape, 1 / cell.profile.amount_shape, len(who))
    cents = np.maximum(arrow.cents(cell.amount[who] * trend * noise), 1)
    line = _lines(cell, who, progress, rng)
    parts = [(who, day, cents, line, np.ones(len(who), dtype=bool), np.zeros(len(who), dtype=bool))]
    parts += [
        _extras(cell, who, when, day, cents, line, rng),
        _returns(cell, who, when, day, cents, line, rng),
    ]
    who, day, cents, line, main, extra = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(day.astype(np.uint16), kind="stable")
    cost = np.rint(cents * cell.cost_share[who]).astype(np.int64)
    return Orders(who[order], day[order], cents[order], cost[order], line[order], main[order], extra[order])


def orders_table(cell: Cell, orders: Orders) -> pa.Table:
    """The declared orders table; a company with numbers for ids keeps to the three needed columns."""
    columns = {
        "client_id": arrow.ids(cell, orders.who),
        "ordered_on": arrow.dates(cell, orders.day),
        "amount": arrow.money(orders.cents),
    }
    if cell.profile.text_ids:
        columns |= {
            "order_id": arrow.labels(f"O{cell.first}-", np.arange(len(orders.who))),
            "direct_cost": arrow.money(orders.cost_cents),
            "service_line": arrow.words(SERVICE_LINES, orders.line),
            "is_extra": pa.array(orders.extra),
        }
    return pa.table(columns)


def _working_days(cell: Cell, day: Ints) -> Ints:
    """Saturdays and Sundays become the Friday before (or, at the very start, the Monday after)."""
    if not cell.profile.weekdays_only:
        return day
    weekday = (day + cell.start.weekday()) % 7
    moved = day - np.maximum(weekday - 4, 0)
    return np.where(moved < 0, moved + 3, moved)


def _lines(cell: Cell, who: Ints, progress: Floats, rng: np.random.Generator) -> Ints:
    """Each client keeps to two lines; one that grows takes up a third."""
    own = rng.integers(0, len(SERVICE_LINES), cell.size)
    other = rng.random(len(who)) < 0.2
    new = (progress > 0.3) & (rng.random(len(who)) < 0.3)
    return np.asarray((own[who] + np.where(new, 2, other)) % len(SERVICE_LINES))


_Part = tuple[Ints, Ints, Ints, Ints, Bools, Bools]


def _extras(
    cell: Cell, who: Ints, when: Floats, day: Ints, cents: Ints, line: Ints, rng: np.random.Generator
) -> _Part:
    """Extra services beside an order, fewer and fewer in a decline."""
    chance = cell.trait("extras")[who] * (1 - 0.9 * cell.stress(who, when))
    kept = rng.random(len(who)) < chance
    sums = np.maximum(np.rint(cents[kept] * rng.uniform(0.05, 0.2, int(kept.sum()))).astype(np.int64), 1)
    none = np.zeros(len(sums), dtype=bool)
    return who[kept], day[kept], sums, line[kept], none, ~none


def _returns(
    cell: Cell, who: Ints, when: Floats, day: Ints, cents: Ints, line: Ints, rng: np.random.Generator
) -> _Part:
    """Part of an order that comes back 3–20 days later, more often in a decline."""
    chance = cell.trait("returns")[who] * (1 + 4 * cell.stress(who, when))
    back = _working_days(cell, day + rng.integers(3, 21, len(who)))
    kept = (rng.random(len(who)) < chance) & (back < np.ceil(cell.until[who]))
    sums = -np.maximum(np.rint(cents[kept] * rng.uniform(0.1, 1.0, int(kept.sum()))).astype(np.int64), 1)
    none = np.zeros(len(sums), dtype=bool)
    return who[kept], back[kept], sums, line[kept], none, none
