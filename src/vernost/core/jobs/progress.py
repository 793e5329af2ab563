"""How a task tells how far it is, wherever it runs."""

import time
from collections.abc import Callable
from contextvars import ContextVar

type Report = Callable[[int, int, str], None]


def _nobody_listens(done: int, total: int, message: str) -> None:
    """Outside a worker (tests, command line) progress goes nowhere."""


listener: ContextVar[Report] = ContextVar("listener", default=_nobody_listens)
_last: ContextVar[float] = ContextVar("last", default=0.0)
_SECONDS_BETWEEN = 0.3


def report_progress(done: int, total: int, message: str = "") -> None:
    """Says that `done` of `total` is done; cheap enough for every batch. Call it between transactions.

    Raises LeaseLost (jobs/claim.py) when the job was cancelled: let it through.
    """
    moment = time.monotonic()
    if done < total and moment - _last.get() < _SECONDS_BETWEEN:
        return
    _last.set(moment)
    listener.get()(done, total, message)
