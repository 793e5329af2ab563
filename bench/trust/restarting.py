"""PostgreSQL is restarted under a worker that works; the same worker must finish."""

from pathlib import Path
from random import Random
from time import sleep

from bench.trust.cluster import NoPostgres, cluster
from bench.trust.installation import Installation
from bench.trust.killing import weigh
from bench.trust.tally import Tally

_SECONDS_TO_END = 180
_HOW = ("fast", "immediate")


def restarted_database(work: str, place: Path, rows: int, moments: int, seed: int) -> Tally:
    """Every moment has a database of its own, in turn shut down properly and as if the power had failed."""
    tally, random = Tally(f"PostgreSQL restarted during {work}"), Random(seed)  # noqa: S311
    try:
        with cluster() as server:
            first = Installation(place / f"{work}-postgresql", server.make("waiting"))
            first.do("prepare", work, str(rows))
            still = Installation(first.copy(place / "still").folder, server.make("still", "waiting")).do(
                "drain"
            )
            for moment in range(moments):
                folder = first.copy(place / f"restarted-{moment}").folder
                one = Installation(folder, server.make(f"restarted{moment}", "waiting"))
                with one.begin("drain") as worker:
                    sleep(random.uniform(1, still["seconds"] + 1))
                    server.restart(_HOW[moment % 2])
                    worker.communicate(timeout=_SECONDS_TO_END)
                    tally.crashed += worker.returncode != 0
                tally.tried += 1
                weigh(tally, still["rows"], one.do("drain"))
    except NoPostgres:
        tally.notes.append("NOT TRIED: PostgreSQL is not installed here")
    return tally
