"""Simulated clients with known parameters."""

import numpy as np


def simulate(clients, r, alpha, a, b, longest, seed, first_chance=1):
    """(x, t_x, T) in whole days of (M)BG/NBD clients who came at any time in `longest` days."""
    chance = np.random.default_rng(seed)
    rate, leave = chance.gamma(r, 1 / alpha, clients), chance.beta(a, b, clients)
    T = chance.integers(1, longest, clients).astype(float)
    x, t_x, now = np.zeros(clients), np.zeros(clients), np.zeros(clients)
    active = np.flatnonzero(chance.random(clients) >= leave) if first_chance else np.arange(clients)
    while len(active):
        now[active] += np.ceil(chance.exponential(1 / rate[active]))
        active = active[now[active] <= T[active]]
        x[active] += 1
        t_x[active] = now[active]
        active = active[chance.random(len(active)) >= leave[active]]
    return x, t_x, T
