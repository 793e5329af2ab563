"""The integral of Pareto/NBD against the hypergeometric function to forty digits."""

import mpmath
import numpy as np
import pytest

from vernost.engine.outlook.pareto_tail import log_tail


def published(R, t, alpha, s, beta):
    """log of the tail by 2F1, the two cases of Fader and Hardie's note of 2005."""
    with mpmath.workdps(40):
        R, t, alpha, s, beta = (mpmath.mpf(value) for value in (R, t, alpha, s, beta))
        whole, far, near = R + s, max(alpha, beta), min(alpha, beta)
        second = s + 1 if alpha >= beta else R
        hyper = mpmath.hyp2f1(whole, second, whole + 1, (far - near) / (far + t))
        return mpmath.log(hyper / whole) - whole * mpmath.log(far + t)


CASES = [
    (3.5, 0.4, 0.3, 0.6, 0.4),
    (1e4 + 0.3, 0.9, 0.1, 0.6, 0.2),
    (1e4 + 0.3, 0.9, 0.1, 0.6, 200.0),
    (1e4, 0.0, 1e-3, 0.6, 2.0),
    (0.1, 0.0, 1e-3, 0.1, 1e3),
    (0.1, 0.0, 1e3, 0.1, 1e-3),
    (0.5, 1.0, 1.0, 1e-6, 1e5),
    (1e-5, 1.0, 1.0, 1e-5, 1e5),
]


@pytest.mark.parametrize("case", CASES)
def test_equals_the_published_formula(case):
    R, t, alpha, s, beta = case
    found = log_tail(np.array([R]), np.array([t]), alpha, s, beta)[0]
    assert found == pytest.approx(float(published(*case)), rel=1e-14, abs=1e-11)


def test_equals_the_published_formula_on_random_parameters():
    chance = np.random.default_rng(7)
    for _ in range(60):
        case = [
            10 ** chance.uniform(low, high) for low, high in ((-2, 3), (-3, 1), (-4, 4), (-3, 2), (-4, 4))
        ]
        found = log_tail(np.array(case[:1]), np.array(case[1:2]), *case[2:])[0]
        assert found == pytest.approx(float(published(*case)), rel=1e-14, abs=1e-11), case
