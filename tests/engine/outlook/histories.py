"""Simulated clients with known parameters."""

import numpy as np


def simulate_with_future(clients, r, alpha, a, b, longest, seed, ahead, first_chance=1):
    """(x, t_x, T) in whole days of (M)BG/NBD clients who came at any time in `longest` days.

    And how many orders each of them placed in the `ahead` days after T.
    """
    chance = np.random.default_rng(seed)
    rate, leave = chance.gamma(r, 1 / alpha, clients), chance.beta(a, b, clients)
    T = chance.integers(1, longest, clients).astype(float)
    x, t_x, now, future = (np.zeros(clients) for _ in range(4))
    active = np.flatnonzero(chance.random(clients) >= leave) if first_chance else np.arange(clients)
    while len(active):
        now[active] += np.ceil(chance.exponential(1 / rate[active]))
        active = active[now[active] <= T[active] + ahead]
        seen = active[now[active] <= T[active]]
        x[seen] += 1
        t_x[seen] = now[seen]
        future[active] += now[active] > T[active]
        active = active[chance.random(len(active)) >= leave[active]]
    return (x, t_x, T), future


def simulate(clients, r, alpha, a, b, longest, seed, first_chance=1):
    """The same without the future."""
    return simulate_with_future(clients, r, alpha, a, b, longest, seed, 0, first_chance)[0]
