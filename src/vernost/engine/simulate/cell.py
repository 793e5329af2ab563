"""A cell: the clients that are drawn together, with everything that is true of each of them.

Cells are of a fixed size and each has its own seed, so that the same company comes out whatever number
of cells is made, kept or written at a time.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from vernost.engine.simulate.profile import Profile

CELL = 16_384

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: how much of an order sum is left at the end of a decline, how much of the pace; and the same for growth
SHRUNK_AMOUNT, GROWN_AMOUNT = 0.5, 1.6
SHRUNK_PACE, GROWN_PACE = 1 / 3, 2.2


@dataclass(frozen=True)
class Cell:
    """Clients `first` … `first + size − 1` of `total`.

    Times are days since `start`; arrays hold one value per client.
    """

    profile: Profile
    start: date
    days: int
    first: int
    size: int
    total: int
    seed: int
    kind: Ints
    joined: Floats
    #: moment of leaving; `days` for who stays
    until: Floats
    #: moment at which decline or growth begins and how long it takes; `days` and 1 for who does not change
    turn: Floats
    turn_days: Floats
    direction: Floats
    #: the client stays away between these; both `days` for who does not
    gap_from: Floats
    gap_to: Floats
    interval: Floats
    shape: Ints
    amount: Floats
    late_days: Floats
    cost_share: Floats
    minutes: Floats

    def random(self, stream: int) -> np.random.Generator:
        """A generator of its own for each cell and each table, so that one left out changes no other."""
        return cell_random(self.seed, self.first, stream)

    def trait(self, name: str) -> Floats:
        """A number of the archetype, one per client."""
        return np.array([float(getattr(each, name)) for each in self.profile.archetypes])[self.kind]

    def progress(self, who: Ints, when: Floats) -> Floats:
        """How far the client has changed by then: 0 not at all, −1 … 0 declining, 0 … 1 growing."""
        part = (when - self.turn[who]) / self.turn_days[who]
        return np.asarray(self.direction[who] * np.clip(part, 0.0, 1.0))

    def stress(self, who: Ints, when: Floats) -> Floats:
        """0 for a client as ever, up to 1 at the end of a decline."""
        return np.maximum(-self.progress(who, when), 0.0)

    @property
    def growth(self) -> Floats:
        """Change of the logarithm of the pace per day from `turn` on."""
        pace = np.where(self.direction > 0, np.log(GROWN_PACE), -np.log(SHRUNK_PACE))
        return np.asarray(self.direction * pace / self.turn_days)


def cell_random(seed: int, first: int, stream: int) -> np.random.Generator:
    return np.random.default_rng(np.random.SeedSequence(entropy=seed, spawn_key=(first // CELL, stream)))


def draw_cell(profile: Profile, start: date, end: date, first: int, total: int, seed: int) -> Cell:
    """The clients from `first` on, at most `CELL` of them."""
    rng = cell_random(seed, first, 0)
    size, days = min(CELL, total - first), (end - start).days + 1
    kinds = profile.archetypes
    weights = np.array([each.weight for each in kinds])
    kind = rng.choice(len(kinds), size, p=weights / weights.sum())
    if profile.giant_share is not None and first == 0:
        kind[0] = 0
    interval = _intervals(profile, kind, rng)
    joined = _joined(profile, kind, days, rng)
    direction = np.array([each.direction for each in kinds], dtype=float)[kind]
    takes = _between(profile, "turn_days", kind, rng)
    until, turn = _leaving(profile, kind, days, joined, takes, rng)
    gap = np.array([each.gap_days or 0.0 for each in kinds])[kind]
    gap_from = np.where(gap > 0, days * rng.uniform(0.5, 0.65, size), days)
    return Cell(
        profile=profile,
        start=start,
        days=days,
        first=first,
        size=size,
        total=total,
        seed=seed,
        kind=kind,
        joined=joined,
        until=until,
        turn=np.where(direction == 0, float(days), turn),
        turn_days=np.where(direction == 0, 1.0, takes),
        direction=direction,
        gap_from=gap_from,
        gap_to=np.where(gap > 0, gap_from + gap, days),
        interval=interval,
        shape=_shapes(profile, kind, rng),
        amount=_amounts(profile, kind, interval, first, total, rng),
        late_days=_between(profile, "late_days", kind, rng),
        cost_share=np.array([each.cost_share for each in kinds])[kind] * rng.uniform(0.96, 1.04, size),
        minutes=np.array([each.minutes_per_order for each in kinds])[kind] * rng.uniform(0.6, 1.4, size),
    )


def _between(profile: Profile, name: str, kind: Ints, rng: np.random.Generator) -> Floats:
    ends: Floats = np.array([getattr(each, name) for each in profile.archetypes], dtype=float)[kind]
    return rng.uniform(ends[:, 0], ends[:, 1])


def _shapes(profile: Profile, kind: Ints, rng: np.random.Generator) -> Ints:
    ends = np.array([each.shape for each in profile.archetypes])[kind]
    return rng.integers(ends[:, 0], ends[:, 1], endpoint=True)


def _intervals(profile: Profile, kind: Ints, rng: np.random.Generator) -> Floats:
    """Mean days between orders of each client."""
    ends = np.log(np.array([each.interval for each in profile.archetypes])[kind])
    even = np.exp(rng.uniform(ends[:, 0], ends[:, 1]))
    gamma = np.array([each.rate_gamma or 0.0 for each in profile.archetypes])[kind]
    rate = rng.gamma(np.where(gamma > 0, gamma, 1.0)) / np.where(gamma > 0, gamma, 1.0)
    longest = 365.25 * 100
    return np.where(gamma > 0, np.minimum(np.exp(ends[:, 0]) / np.maximum(rate, 1e-9), longest), even)


def _joined(profile: Profile, kind: Ints, days: int, rng: np.random.Generator) -> Floats:
    begins = np.array([each.begins for each in profile.archetypes])[kind]
    part = rng.random(len(kind))
    late = days - np.minimum(340.0, days * 0.9) * (0.1 + 0.9 * part)
    return np.select([begins == "anytime", begins == "last_year"], [part * days, late], 0.0)


def _leaving(
    profile: Profile, kind: Ints, days: int, joined: Floats, takes: Floats, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """When each client leaves (`days`: does not) and when the change that takes `takes` days begins."""
    leaves = np.array([each.leaves for each in profile.archetypes])[kind]
    size = len(kind)
    lifetime, spread = profile.lifetime
    risk = rng.gamma(spread, 1.0 / (spread - 1 if spread > 1 else spread), size) / lifetime
    hazard = joined + rng.exponential(size=size) / np.maximum(risk, 1e-12)
    some_day = days * rng.uniform(0.5, 0.97, size)
    until = np.select(
        [leaves == "hazard", leaves == "suddenly", leaves == "after_decline"],
        [hazard, some_day, some_day],
        float(days),
    )
    until = np.minimum(until, float(days))
    return until, np.maximum(until - takes, joined)


def _amounts(
    profile: Profile, kind: Ints, interval: Floats, first: int, total: int, rng: np.random.Generator
) -> Floats:
    """Mean order of each client, in company currency."""
    size = len(kind)
    times = np.array([each.amount for each in profile.archetypes])[kind]
    if profile.amount_q is not None:
        spread = (profile.amount_q - 1) / np.maximum(rng.gamma(profile.amount_q, size=size), 1e-3)
    else:
        spread = np.exp(profile.amount_sigma * rng.standard_normal(size) - profile.amount_sigma**2 / 2)
    amounts = np.asarray(profile.typical_amount * times * spread)
    if profile.giant_share is not None and first == 0 and size > 1:
        others = float(np.sum(amounts[1:] / interval[1:])) * (total - 1) / (size - 1)
        amounts[0] = profile.giant_share / (1 - profile.giant_share) * others * interval[0]
    return amounts
