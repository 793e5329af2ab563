"""How good a fit is, in numbers and codes."""

from dataclasses import dataclass

NOT_CONVERGED = "not_converged"
PARAMETER_AT_BOUND = "parameter_at_bound"
NOT_ENOUGH_DATA = "not_enough_data"
DROPOUT_NOT_IDENTIFIED = "dropout_not_identified"
SPEND_MEAN_NOT_FINITE = "spend_mean_not_finite"


@dataclass(frozen=True)
class Quality:
    """What is to be known about a fit before its answers are believed.

    log_likelihood: of the data at the estimate, in the caller's unit of time or money, without the penalty.
    penalised_log_likelihood: with it (what was maximised). gradient_norm: largest component of the gradient
    of the penalised log-likelihood by log parameters, per observation, parameters on a bound left out.
    observations: sum of weights. warnings: codes above, in a fixed order.
    """

    log_likelihood: float
    penalised_log_likelihood: float
    converged: bool
    iterations: int
    gradient_norm: float
    observations: float
    penalty: float
    warnings: tuple[str, ...]


class Fitted:
    """What every model offers besides its parameters; `quality` is None if these were given, not fitted."""

    quality: Quality | None

    @property
    def log_likelihood(self) -> float:
        """Of the data the model was fitted to; raises ValueError if it was not fitted."""
        return self._known().log_likelihood

    @property
    def converged(self) -> bool:
        return self._known().converged

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes; empty for a model made of given parameters."""
        return self.quality.warnings if self.quality else ()

    def _known(self) -> Quality:
        if self.quality is None:
            raise ValueError("not_fitted: the model was made of given parameters")
        return self.quality
