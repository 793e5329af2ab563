"""The clock goes an hour back between a worker that was killed and the next."""

from pathlib import Path
from random import Random
from time import sleep

from bench.trust.installation import kill, until_said
from bench.trust.moments import Moments
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally
from bench.trust.weighing import weigh

_LIBRARY = "*/faketime/libfaketimeMT.so.1"
_SECONDS_TO_END = 90


def clock_back(ready: Prepared, place: Path, moments: Moments, seed: int) -> Tally:
    """The first worker lives an hour ahead; the second must neither wait an hour nor do anything twice."""
    tally, random = Tally(f"clock an hour back during {ready.name}"), Random(seed)
    found = sorted(Path("/usr/lib").glob(_LIBRARY))
    if not found:
        tally.notes.append("NOT TRIED: faketime is not installed (Debian: apt-get install faketime)")
        return tally
    for _ in moments:
        one = ready.waiting.copy(place / "clock")
        with one.begin("work", LD_PRELOAD=str(found[0]), FAKETIME="+1h") as worker:
            until_said(worker, "ready")
            sleep(random.uniform(0, ready.seconds))
            tally.crashed += not kill(worker)
        tally.tried += 1
        found = one.do("drain")
        weigh(tally, ready, found)
        if found["seconds"] > ready.seconds + _SECONDS_TO_END:
            tally.lost += 1
            tally.notes.append(f"waited {found['seconds']:.0f} s")
    return tally
