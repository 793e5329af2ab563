"""Penalised maximum likelihood in two stages: a sample of the sufficient statistics, then all of them."""

from collections.abc import Callable
from typing import Protocol, Self

import numpy as np

from vernost.engine.outlook.arrays import Floats
from vernost.engine.outlook.newton import Evaluate, Minimum, minimise
from vernost.engine.outlook.prior import Prior
from vernost.engine.outlook.quality import NOT_CONVERGED, PARAMETER_AT_BOUND, Quality

# The box of the scaled parameters: wide enough for any company, narrow enough for double precision.
LOWEST_LOG = float(np.log(1e-6))
HIGHEST_LOG = float(np.log(1e6))

_SAMPLE = 20_000
# In units of log-likelihood: the estimate is then within about 1e-5 standard errors of the maximum.
_TOLERANCE = 1e-10


class Statistics(Protocol):
    """Sufficient statistics: they can be counted and sampled."""

    @property
    def observations(self) -> float: ...

    def sample(self, size: int) -> Self: ...


type Likelihood[S: Statistics] = Callable[[Floats, S], tuple[float, Floats, Floats]]


def maximise[S: Statistics](
    likelihood: Likelihood[S],
    statistics: S,
    rows: int,
    prior: Prior,
    penalty: float,
    start: Floats | None = None,
) -> Minimum:
    """Most probable log parameters.

    likelihood: log parameters, statistics -> log-likelihood, gradient, second derivatives.
    penalty: how many times the prior counts; 0 is plain maximum likelihood.
    The value of the result is minus the penalised log-likelihood.
    """
    point = prior.mode() if start is None else start
    iterations = 0
    if rows > 2 * _SAMPLE:
        sample = statistics.sample(_SAMPLE)
        share = sample.observations / statistics.observations
        rough = minimise(
            _objective(likelihood, sample, prior, penalty * share),
            point,
            LOWEST_LOG,
            HIGHEST_LOG,
            1e-3 * share,
        )
        point, iterations = rough.point, rough.iterations
    found = minimise(
        _objective(likelihood, statistics, prior, penalty), point, LOWEST_LOG, HIGHEST_LOG, _TOLERANCE
    )
    return Minimum(
        found.point,
        found.value,
        found.gradient,
        found.at_bound,
        found.iterations + iterations,
        found.converged,
    )


def assess_fit(
    found: Minimum,
    log_likelihood: float,
    offset: float,
    observations: float,
    penalty: float,
    codes: tuple[str, ...],
) -> Quality:
    """Quality of a fit; `offset` is what the change of units adds to the scaled log-likelihoods."""
    general = ((NOT_CONVERGED, not found.converged), (PARAMETER_AT_BOUND, bool(found.at_bound.any())))
    slopes = np.abs(found.gradient[~found.at_bound])
    return Quality(
        log_likelihood=float(log_likelihood + offset),
        penalised_log_likelihood=float(offset - found.value),
        converged=found.converged,
        iterations=found.iterations,
        gradient_norm=float(slopes.max(initial=0.0)) / observations,
        observations=observations,
        penalty=penalty,
        warnings=tuple(code for code, holds in general if holds) + codes,
    )


def _objective[S: Statistics](
    likelihood: Likelihood[S], statistics: S, prior: Prior, penalty: float
) -> Evaluate:
    def evaluate(logs: Floats) -> tuple[float, Floats, Floats]:
        value, gradient, curvature = likelihood(logs, statistics)
        cost, slope, bend = prior.penalise(logs)
        return penalty * cost - value, penalty * slope - gradient, penalty * bend - curvature

    return evaluate
