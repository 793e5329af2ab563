"""The search for a minimum."""

import numpy as np
import pytest

from vernost.engine.outlook.newton import minimise


def valley(point):
    """Rosenbrock's: curved, not convex everywhere, least at (1, 1)."""
    x, y = point
    value = 100 * (y - x * x) ** 2 + (1 - x) ** 2
    gradient = np.array([-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)])
    return value, gradient, np.array([[1200 * x * x - 400 * y + 2, -400 * x], [-400 * x, 200.0]])


def test_a_curved_valley_is_followed_to_its_end():
    found = minimise(valley, np.array([-1.5, 2.0]), -5, 5, 1e-14)
    assert found.converged
    assert found.point == pytest.approx([1, 1], abs=1e-6)
    assert not found.at_bound.any()


def test_a_minimum_outside_ends_on_the_wall():
    found = minimise(valley, np.array([-0.5, 0.2]), -0.9, 0.5, 1e-14)
    assert found.converged
    assert found.point == pytest.approx([0.5, 0.25], abs=1e-6)
    assert found.at_bound.tolist() == [True, False]


def test_too_few_steps_are_not_called_an_end():
    found = minimise(valley, np.array([-1.5, 2.0]), -5, 5, 1e-14, limit=3)
    assert found.iterations == 3
    assert not found.converged
