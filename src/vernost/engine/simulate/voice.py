"""Ratings, complaints and acts of the simulated clients."""

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Cell, Floats, Ints
from vernost.engine.simulate.orders import Orders
from vernost.engine.simulate.renewal import renewals
from vernost.engine.tables.inputs import ACT_KINDS

_MEASURES = ("nps", "quality", "relations", "solving")


def ratings_table(cell: Cell, orders: Orders) -> pa.Table:
    """One of the three measures after some orders, and NPS from each buying client every second year."""
    rng = cell.random(5)
    rated = np.flatnonzero(orders.main & (rng.random(len(orders.who)) < cell.profile.rated))
    at_order: Floats = orders.day[rated].astype(np.float64) + 0.5
    measure = rng.integers(1, 4, len(rated))
    asked, at = renewals(
        rng, cell.joined, cell.until, np.full(cell.size, 365.25 * 2), shape=np.full(cell.size, 2)
    )
    buys = cell.trait("buys")[asked] > 0
    who: Ints = np.concatenate([orders.who[rated], asked[buys]])
    when: Floats = np.concatenate([at_order, at[buys]])
    measure = np.concatenate([measure, np.zeros(int(buys.sum()), dtype=np.int64)])
    stars = cell.trait("rating")[who] - 1.6 * cell.stress(who, when) + rng.normal(0, 0.45, len(who))
    promoter = np.rint(np.clip((stars - 1) * 2.5 + rng.normal(0, 0.6, len(who)), 0, 10))
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "at": arrow.dates(cell, when),
            "measure": arrow.words(_MEASURES, measure),
            "value": np.where(measure == 0, promoter, np.clip(np.rint(stars), 1, 5)),
        }
    )


def complaints_table(cell: Cell) -> pa.Table:
    """Complaints at the client's own rate; up to nine times it in a decline, seldom settled well."""
    rng = cell.random(6)
    until = np.where(cell.trait("buys") > 0, cell.until, cell.joined)
    who, when = renewals(rng, cell.joined, until, 365.25 / np.maximum(cell.trait("complaints") * 9, 1e-6))
    kept = rng.random(len(who)) < (1 + 8 * cell.stress(who, when)) / 9
    who, when = who[kept], when[kept]
    size, stress = len(who), cell.stress(who, when)
    closed = when + rng.uniform(1, 20, size) * (1 + stress)
    known = (closed < cell.days) & (rng.random(size) > 0.3 * stress)
    at_stake = cell.amount[who] * rng.uniform(0.2, 3.0, size)
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "opened_on": arrow.dates(cell, when),
            "closed_on": arrow.dates(cell, closed, known),
            "justified": pa.array(rng.random(size) < 0.6, mask=~known),
            "satisfied_after": pa.array(rng.random(size) < 0.75 - 0.6 * stress, mask=~known),
            "cost": arrow.money(arrow.cents(at_stake * rng.uniform(0.02, 0.3, size)), known),
            "value": arrow.money(arrow.cents(at_stake)),
        }
    )


def acts_table(cell: Cell) -> pa.Table:
    """Acts at the rates of the archetype; who declines compares competitors and refuses trifles."""
    rng = cell.random(7)
    parts: list[tuple[Ints, Floats, Ints]] = []
    for number, archetype in enumerate(cell.profile.archetypes):
        members = np.flatnonzero(cell.kind == number)
        rates = archetype.acts or (("suggestion", 0.05),)
        for act, per_year in rates:
            years = np.full(len(members), 365.25 / per_year)
            who, when = renewals(rng, cell.joined[members], cell.until[members], years)
            parts.append((members[who], when, np.full(len(who), ACT_KINDS.index(act))))
    turned = np.where(cell.direction < 0, cell.turn, cell.until)
    for act in ("competitor_compared", "trifle_refused", "contact_changed"):
        who, when = renewals(rng, turned, cell.until, np.full(cell.size, 300.0))
        parts.append((who, when, np.full(len(who), ACT_KINDS.index(act))))
    who, when, kind = (np.concatenate(column) for column in zip(*parts, strict=True))
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "on": arrow.dates(cell, when),
            "kind": arrow.words(ACT_KINDS, kind),
        }
    )
