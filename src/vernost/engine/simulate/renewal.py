"""Moments at which something happens again and again."""

import numpy as np

from vernost.engine.simulate.cell import Bools, Floats, Ints


def renewals(
    rng: np.random.Generator,
    begin: Floats,
    end: Floats,
    interval: Floats,
    *,
    shape: Ints | None = None,
    turn: Floats | None = None,
    growth: Floats | None = None,
    starts_with_one: Bools | None = None,
) -> tuple[Ints, Floats]:
    """Client index and moment (days) of every event, ordered by both.

    Intervals are Erlang with mean `interval` and shape `shape` (1: a Poisson process); from `turn` on the
    pace changes by exp(growth × days). Exact and without a loop: every shape-th point of a Poisson process is
    an Erlang renewal process, and a change of pace is a change of clock. Where `starts_with_one`, the first
    event is at `begin`; elsewhere the process has been running since long before.
    """
    size = len(begin)
    shape = np.ones(size, dtype=np.int64) if shape is None else shape
    turn = end if turn is None else np.clip(turn, begin, end)
    growth = np.zeros(size) if growth is None else growth
    flat = turn - begin
    clock = np.maximum(flat + _clock_after(growth, end - turn), 0.0)
    counts = rng.poisson(clock * shape / interval)
    who = np.repeat(np.arange(size), counts)
    points = who + rng.random(len(who))
    points.sort()
    points -= who
    place = np.arange(1, len(who) + 1) - np.repeat(np.cumsum(counts) - counts, counts)
    phase = rng.integers(0, shape)
    if starts_with_one is not None:
        phase = np.where(starts_with_one, 0, phase)
    kept = (place + phase[who]) % shape[who] == 0
    who, points = who[kept], points[kept]
    when = _calendar(points * clock[who], begin[who], flat[who], turn[who], growth[who])
    when = np.minimum(when, np.nextafter(end[who], -np.inf))
    if starts_with_one is None:
        return who, when
    firsts = np.flatnonzero(starts_with_one & (end > begin))
    who, when = np.concatenate([firsts, who]), np.concatenate([begin[firsts], when])
    order = np.argsort(who, kind="stable")
    return who[order], when[order]


def _clock_after(growth: Floats, days: Floats) -> Floats:
    """Days at the old pace that `days` at the changing pace are worth."""
    safe = np.where(growth == 0, 1.0, growth)
    return np.where(growth == 0, days, np.expm1(growth * days) / safe)


def _calendar(clock: Floats, begin: Floats, flat: Floats, turn: Floats, growth: Floats) -> Floats:
    """Moments from clock time since `begin`."""
    rest = np.maximum(clock - flat, 0.0)
    safe = np.where(growth == 0, 1.0, growth)
    after = np.where(growth == 0, rest, np.log1p(np.maximum(growth * rest, -1 + 1e-12)) / safe)
    return np.where(clock <= flat, begin + clock, turn + after)
