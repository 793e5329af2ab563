"""Analytic gradients and second derivatives against finite differences."""

import numpy as np
import pytest

from vernost.engine.outlook import beta_geometric, gamma_gamma_likelihood, nbd, pareto_likelihood
from vernost.engine.outlook.gamma_gamma_likelihood import Spends
from vernost.engine.outlook.sufficient import Histories

STEP = 1e-5

FOUR = [
    (0.3, -0.4, 0.2, 0.5),
    (-1.0, 1.0, 1.5, -1.0),
    (-6.0, 0.0, -7.0, 1.0),
    (3.0, 8.0, 2.0, 9.0),
    (0.0, 9.0, 0.0, -9.0),
    (-1.0, -9.0, -1.0, 9.0),
]


def some_histories():
    chance = np.random.default_rng(3)
    T = chance.uniform(0.1, 3, 300)
    x = chance.poisson(2, 300).astype(float)
    t_x = np.where(x > 0, T * chance.uniform(0, 1, 300), 0.0)
    t_x[:20] = np.where(x[:20] > 0, T[:20], 0.0)
    return Histories.read(x, t_x, T, chance.integers(1, 4, 300))


def some_spends():
    chance = np.random.default_rng(3)
    return Spends.read(chance.integers(1, 9, 300), chance.lognormal(3, 1, 300), chance.integers(1, 4, 300))


def check(likelihood, logs, seen):
    logs = np.array(logs)
    _, gradient, curvature = likelihood(logs, seen)
    steps = np.eye(len(logs)) * STEP
    slopes = [(likelihood(logs + s, seen)[0] - likelihood(logs - s, seen)[0]) / (2 * STEP) for s in steps]
    bends = [(likelihood(logs + s, seen)[1] - likelihood(logs - s, seen)[1]) / (2 * STEP) for s in steps]
    assert gradient == pytest.approx(np.array(slopes), rel=1e-6, abs=1e-7 * np.abs(gradient).max())
    assert curvature == pytest.approx(np.array(bends), rel=1e-5, abs=2e-7 * np.abs(curvature).max())
    assert np.array_equal(curvature, curvature.T)


@pytest.mark.parametrize("first_chance", [0, 1])
@pytest.mark.parametrize("logs", FOUR)
def test_beta_geometric(first_chance, logs):
    check(beta_geometric.log_likelihood(first_chance), logs, some_histories())


@pytest.mark.parametrize("logs", FOUR)
def test_pareto(logs):
    check(pareto_likelihood.log_likelihood, logs, some_histories())


@pytest.mark.parametrize("logs", [(0.3, -0.4), (-3.0, 2.0), (4.0, 5.0)])
def test_nbd(logs):
    check(nbd.log_likelihood, logs, some_histories())


@pytest.mark.parametrize("logs", [(1.0, 1.2, 0.5), (-2.0, -1.0, 3.0), (5.0, 4.0, -2.0)])
def test_gamma_gamma(logs):
    check(gamma_gamma_likelihood.log_likelihood, logs, some_spends())
