"""kill -9 of the worker at random moments of its work, then a new worker; the end must be as if nothing had been."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

from bench.trust.installation import Installation, kill, until_said
from bench.trust.tally import Tally


@dataclass(frozen=True)
class Prepared:
    """`waiting` has the work in its queue; `rows` is what an undisturbed worker makes of it in `seconds`."""

    waiting: Installation
    rows: dict[str, int]
    seconds: float


def prepared(work: str, place: Path, rows: int, url: str = "") -> Prepared:
    waiting = Installation(place / f"{work}-waiting", url)
    waiting.do("prepare", work, str(rows))
    still = waiting.copy(place / f"{work}-still").do("drain")
    return Prepared(waiting, still["rows"], still["seconds"])


def killed_worker(work: str, ready: Prepared, place: Path, moments: int, seed: int) -> Tally:
    """Every moment has an installation of its own, copied from the prepared one."""
    tally, random, hit = Tally(f"worker killed during {work}"), Random(seed), Counter[str]()  # noqa: S311
    for _ in range(moments):
        one = ready.waiting.copy(place / f"{work}-killed")
        with one.begin("work") as worker:
            until_said(worker, "ready")
            # The first job is short beside those that follow from it, and it is the one that writes the most.
            sleep(ready.seconds * random.random() ** 2)
            tally.crashed += not kill(worker)
        hit.update(one.do("look")["running"] or ["between two jobs"])
        tally.tried += 1
        weigh(tally, ready.rows, one.do("drain"))
    tally.notes += [f"{count} × while {name.rsplit('.', 1)[-1]}" for name, count in sorted(hit.items())]
    return tally


def weigh(tally: Tally, expected: dict[str, int], found: dict[str, Any]) -> None:
    """Compares an installation in which all is quiet again with the undisturbed one."""
    tally.compare(expected, found["rows"])
    tally.doubled += found["twice"]
    tally.lost += found["open"] + (not found["whole"])
    for task, error in found["failed"]:
        tally.lost += 1
        tally.notes.append(
            f"{task} gave up: {error.strip().splitlines()[-1][:120] if error.strip() else '?'}"
        )
