"""PostgreSQL is restarted under a worker that works; the same worker must finish."""

from random import Random
from time import sleep

from bench.trust.moments import Moments
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally
from bench.trust.weighing import weigh

_HOW = ("fast", "immediate")
# A worker that cannot reach the database may have handed over one letter each time it tried.
_MOST_UNSURE = 5


def restarted_database(ready: Prepared, moments: Moments, seed: int) -> Tally:
    """In turn shut down properly and as if the power had failed."""
    tally, random = Tally(f"PostgreSQL restarted during {ready.name}"), Random(seed)
    if ready.server is None:
        raise ValueError("it is not on PostgreSQL")
    for moment in moments:
        ready.afresh()
        worker = ready.nursery.begin("drain")
        worker.until("ready")
        sleep(ready.moment(random))
        how = _HOW[moment % len(_HOW)]
        ready.server.restart(how)
        tally.count([how])
        tally.crashed += worker.end() != 0
        tally.tried += 1
        weigh(tally, ready, ready.nursery.do("look"), most_unsure=_MOST_UNSURE)
    return tally
