"""Discounted time that a client stays, when his rate of leaving is Gamma distributed."""

import numpy as np

from vernost.engine.outlook.arrays import Floats

_DEPTH = 45.0
_STEP = 0.1


def discounted_survival(s: float, scale: Floats, rate: float) -> Floats:
    """Integral over u >= 0 of exp(-rate u) (1 + u / scale)^-s, for an array of scale = beta + T.

    Equals scale * e^z E_s(z) with z = rate * scale, which is Gamma(s, beta) mixed 1 / (rate + mu).
    Trapezoidal rule in log u, which converges exponentially.
    """
    z = rate * scale
    # Left of this u is far below both scales, 1 / rate and scale / s, and adds nothing.
    low = min(0.0, float(np.log(np.min(z, initial=s) / s))) - _DEPTH
    log_u = np.arange(low, np.log(_DEPTH) + 1.0, _STEP)
    u = np.exp(log_u)
    inner = np.exp(-u[None, :] - s * np.log1p(u[None, :] / z[:, None]))
    return (inner @ (u * _STEP)) / rate
