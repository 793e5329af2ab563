"""What the simulated company knows of its clients beside their orders."""

import numpy as np
import pyarrow as pa

from vernost.engine.simulate import arrow
from vernost.engine.simulate.cell import Cell

_SEGMENTS = ("small", "middle", "large")
_INDUSTRIES = ("trade", "building", "transport", "medicine", "industry", "services")


def clients_table(cell: Cell) -> pa.Table:
    """One row per client, prospects included. A tenth came on the word of a partner of the same cell."""
    rng = cell.random(2)
    who = np.arange(cell.size)
    share = np.clip(rng.normal(0.55, 0.2, cell.size) + 0.1 * cell.trait("mood"), 0.1, 1.0)
    spend = cell.amount * 365.25 / cell.interval
    founded = -rng.integers(365, 365 * 25, cell.size)
    earlier = (cell.joined == 0) & (rng.random(cell.size) < 0.7)
    by, referred = _referred_by(cell, rng)
    owners = tuple(f"person-{number}" for number in range(1, cell.profile.people + 1))
    return pa.table(
        {
            "client_id": arrow.ids(cell, who),
            "name": arrow.labels("Client ", who + cell.first + 1),
            "kind": arrow.words(("company", "person"), (rng.random(cell.size) < 0.15).astype(np.int64)),
            "founded_on": arrow.dates(cell, founded),
            "since": arrow.dates(cell, -rng.integers(1, 365 * 6, cell.size), earlier),
            "segment": arrow.words(_SEGMENTS, np.digitize(cell.amount, np.quantile(cell.amount, [0.5, 0.9]))),
            "owner": arrow.words(owners, owner_of(cell)),
            "industry": arrow.words(_INDUSTRIES, rng.integers(0, len(_INDUSTRIES), cell.size)),
            "business_stability": np.clip(np.rint(rng.normal(3.6, 0.9, cell.size)), 1, 5),
            "values_fit": np.clip(np.rint(3.2 + cell.trait("mood") + rng.normal(0, 0.5, cell.size)), 1, 5),
            "annual_potential": arrow.money(arrow.cents(spend / share)),
            "promising": cell.trait("promising") > 0,
            "strategic": spend > np.quantile(spend, 0.95),
            "compelled": cell.trait("compelled") > 0,
            "referred_by": arrow.ids(cell, by, referred),
        }
    )


def owner_of(cell: Cell) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Number of the person who answers for each client: even, and the same in every table."""
    return (np.arange(cell.size) + cell.first) % cell.profile.people


def _referred_by(
    cell: Cell, rng: np.random.Generator
) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    refers = np.array([any(act == "referral" for act, _ in each.acts) for each in cell.profile.archetypes])
    partners = np.flatnonzero(refers[cell.kind])
    if len(partners) == 0:
        return np.zeros(cell.size, dtype=np.int64), np.zeros(cell.size, dtype=bool)
    by = partners[rng.integers(0, len(partners), cell.size)]
    return by, (rng.random(cell.size) < 0.1) & (by != np.arange(cell.size))
