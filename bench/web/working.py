"""`python -m bench.web.working JOB`: one long job on the database of VERNOST_DATA, in a process of its own."""

import json
import resource
import sys
from time import perf_counter, process_time

from vernost.cli.django import start_django


class _Steps:
    """Seconds between one word of the progress and the next; the same word again adds up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._name, self._since = "begin", perf_counter()

    def next(self, name: str) -> None:
        now = perf_counter()
        self.seconds[self._name] = self.seconds.get(self._name, 0.0) + now - self._since
        self._name, self._since = name, now


def main(job: str) -> None:
    """Prints a line of JSON: seconds, those of them on the processor, peak memory in MiB, and seconds by step."""
    start_django()
    from vernost.core.jobs import progress

    steps = _Steps()
    # Every word counts, also those that follow at once.
    progress._SECONDS_BETWEEN = 0.0
    progress.listener.set(lambda _done, _total, name: steps.next(name))
    if job == "opening":
        _close_everything()
    begun, busy = perf_counter(), process_time()
    steps.next("begin")
    result = _WORK[job]()
    if result is None:
        raise SystemExit(f"{job}: nothing was there to be judged")
    steps.next("end")
    print(
        json.dumps(
            {
                "seconds": perf_counter() - begun,
                "processor": process_time() - busy,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "steps": steps.seconds,
            }
        )
    )


def _close_everything() -> None:
    """As before the first assessment, but for the earlier quarters: no cases, no signals."""
    from vernost.assessment.models import Breach, Case, CaseEvidence, Signal, Task
    from vernost.care.models import WinBack

    for model in (Task, CaseEvidence, Case, Signal, Breach, WinBack):
        model.objects.all()._raw_delete("default")


def _assess() -> object:
    from vernost.assessment.actions.run import assess_clients
    from vernost.assessment.enums import Why
    from vernost.core.clock import now, today

    return assess_clients(why=Why.ASKED, by=None, at=now(), today=today(), clock=now)


def _backtest() -> object:
    from vernost.assessment.actions.backtest import run_backtest
    from vernost.core.clock import now, today

    return run_backtest(values={}, by=None, at=now(), today=today())


_WORK = {"opening": _assess, "repeat": _assess, "backtest": _backtest}

if __name__ == "__main__":
    main(sys.argv[1])
