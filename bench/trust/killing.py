"""kill -9 of the worker at random moments of its work, then a new worker; the end must be as if nothing had been."""

from random import Random
from time import sleep

from bench.trust.moments import Moments
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally
from bench.trust.weighing import weigh


def killed_worker(ready: Prepared, moments: Moments, seed: int) -> Tally:
    """Every moment has an installation of its own, copied from the prepared one."""
    tally, random = Tally(f"worker killed during {ready.name}"), Random(seed)
    for _ in moments:
        ready.afresh()
        worker = ready.nursery.begin("work")
        worker.until("ready")
        sleep(ready.moment(random))
        tally.crashed += not worker.kill()
        found = ready.drain()
        tally.count(f"while {task.rsplit('.', 1)[-1]}" for task in found["cut"] or [".between two jobs"])
        tally.tried += 1
        weigh(tally, ready, found)
    return tally
