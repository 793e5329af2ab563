"""Expected orders of BG/NBD and MBG/NBD against thirty digits."""

import mpmath
import numpy as np
import pytest

from vernost.engine.outlook.geometric_orders import orders_if_alive


def published(R, z, a, b):
    """Fader, Hardie and Lee (2005), eq. 10 without P(alive); where singular, as an integral."""
    with mpmath.workdps(40):
        R, z, a, b = (mpmath.mpf(value) for value in (R, z, a, b))
        if a == 1 or a + b == 1:
            return R * z * mpmath.hyp3f2(R + 1, a, 1, a + b, 2, -z)
        hyper = mpmath.hyp2f1(R, b, a + b - 1, z / (1 + z))
        return (a + b - 1) / (a - 1) * (1 - (1 + z) ** -R * hyper)


CASES = {
    "a plain client": (3.2, 0.8, 0.79, 4.43),
    "x = 0 and a + b below 1": (0.24, 10.0, 0.3, 0.4),
    "a + b = 1": (0.24, 10.0, 0.5, 0.5),
    "a = 1": (0.24, 10.0, 1.0, 0.4),
    "a = 1, many orders": (300.5, 2.0, 1.0, 304.0),
    "a just above 1": (3.2, 0.8, 1.0 + 1e-9, 4.43),
    "ten thousand orders": (1e4 + 0.3, 0.3, 0.8, 1e4 + 2.4),
    "ten thousand orders, long horizon": (1e4 + 0.3, 20.0, 0.8, 1e4 + 2.4),
    "horizon a million times alpha": (0.5, 1e6, 0.8, 1.6),
    "horizon a million times alpha, both parameters tiny": (0.5, 1e6, 0.2, 0.001),
    "observed a million times alpha": (5.5, 1e-6, 0.8, 6.6),
    "hardly anyone leaves": (26.0, 1.0, 0.003, 30.0),
    "hardly anyone leaves, long horizon": (30.0, 300.0, 0.01, 0.5),
    "everyone alike": (5.0, 3.0, 5000.0, 8000.0),
}


@pytest.mark.parametrize("case", CASES)
def test_equals_the_published_formula(case):
    R, z, a, b = CASES[case]
    found = orders_if_alive(np.array([R]), np.array([z]), a, np.array([b]))[0]
    assert found == pytest.approx(float(published(R, z, a, b)), rel=1e-9)


def test_equals_the_published_formula_on_random_parameters():
    chance = np.random.default_rng(7)
    for _ in range(60):
        R, z, a, b = (10 ** chance.uniform(low, high) for low, high in ((-2, 3), (-4, 4), (-3, 2), (-2, 3)))
        found = orders_if_alive(np.array([R]), np.array([z]), a, np.array([b]))[0]
        assert found == pytest.approx(float(published(R, z, a, b)), rel=1e-9), (R, z, a, b)


def test_rows_do_not_disturb_one_another():
    R, z, b = np.array([[0.3, 0.1, 2.0], [1e4, 5.0, 1e4], [3.0, 0.0, 4.0], [40.0, 2.0, 42.0]]).T
    together = orders_if_alive(R, z, 0.7, b)
    alone = [orders_if_alive(R[i : i + 1], z[i : i + 1], 0.7, b[i : i + 1])[0] for i in range(4)]
    assert together.tolist() == alone
    assert together[2] == 0
