"""Discounted orders of BG/NBD and MBG/NBD against the integral of expected orders over all horizons."""

import tracemalloc

import numpy as np
import pytest
from scipy.integrate import quad

from vernost.engine.outlook.geometric_orders import orders_if_alive
from vernost.engine.outlook.geometric_residual import residual_if_alive

# x, alpha + T, r, a, b, rate
CASES = [
    (3.0, 100.0, 0.24, 0.79, 2.43, 0.001),
    (0.0, 1.0, 0.24, 0.3, 0.4, 0.01),
    (200.0, 500.0, 0.5, 1.0, 3.0, 0.0003),
    (5.0, 300.0, 0.8, 0.003, 12.0, 0.0003),
    (2.0, 5.0, 0.7, 0.7, 3.0, 5.0),
    (2.0, 5.0, 0.7, 30.0, 3.0, 0.05),
]


@pytest.mark.parametrize("case", CASES)
def test_is_the_discounted_sum_of_expected_orders(case):
    x, scale, r, a, b, rate = case

    def weighted(log_u):
        u = np.exp(log_u)
        orders = orders_if_alive(np.array([r + x]), np.array([u / scale]), a, np.array([b + x]))[0]
        return rate * u * np.exp(-rate * u) * orders

    low, high = np.log(1e-9 / rate), np.log(50 / rate)
    expected = quad(weighted, low, high, epsabs=0, epsrel=1e-10, limit=500)[0]
    found = residual_if_alive(np.array([x]), np.array([scale]), r, a, b, rate)[0]
    assert found == pytest.approx(expected, rel=1e-8)


def test_rows_of_one_count_do_not_disturb_one_another():
    x, scale = np.array([2.0, 0.0, 2.0, 2.0]), np.array([10.0, 20.0, 300.0, 5000.0])
    together = residual_if_alive(x, scale, 0.5, 0.8, 2.4, 0.01)
    alone = [residual_if_alive(x[i : i + 1], scale[i : i + 1], 0.5, 0.8, 2.4, 0.01)[0] for i in range(4)]
    assert together == pytest.approx(alone, rel=1e-12)


def test_many_orders_and_a_sharp_chance_fit_into_memory():
    """Seven thousand rates times thirty thousand chances: all at once they would take gigabytes."""
    tracemalloc.start()
    worth = residual_if_alive(np.array([1e4, 1e4]), np.array([1e-7, 1e4]), 1.0, 1e5, 1e5, 1e-3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 300e6
    # Who orders this fast places 1 / p more, and p is known to be 1e5 / 2.1e5.
    assert worth[0] == pytest.approx(2.1, abs=0.001)
