"""Discounted time of staying against the exponential integral."""

import mpmath
import numpy as np
import pytest

from vernost.engine.outlook.discounted_survival import discounted_survival


@pytest.mark.parametrize("s", [1e-3, 0.606, 1.0, 3.0, 100.0])
@pytest.mark.parametrize(("scale", "rate"), [(42.0, 0.0027), (1e-3, 1e-4), (1e4, 10.0)])
def test_equals_the_exponential_integral(s, scale, rate):
    with mpmath.workdps(40):
        z = mpmath.mpf(rate) * mpmath.mpf(scale)
        expected = float(scale * mpmath.exp(z) * mpmath.expint(s, z))
    assert discounted_survival(s, np.array([scale]), rate)[0] == pytest.approx(expected, rel=1e-9)
