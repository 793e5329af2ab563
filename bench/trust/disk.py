"""The disk fills up while the worker works, and has room again a little later."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from time import sleep

from bench.trust.installation import until_said
from bench.trust.moments import Moments
from bench.trust.prepared import Prepared
from bench.trust.tally import Tally
from bench.trust.weighing import weigh

_ROOMY = 64
_SECONDS_FULL = 4.0
_SECONDS_TO_END = 120
# Each try of a worker that cannot write may have handed over one letter.
_MOST_UNSURE = 5


class CannotMount(Exception):
    """A small file system could not be mounted; the text is the reason."""


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A file system in memory. CannotMount without the rights to it."""
    place.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={_ROOMY}m", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


def full_disk(ready: Prepared, place: Path, moments: Moments, seed: int) -> Tally:
    """Each time it fills at a random moment of the work; the same worker must go on when there is room."""
    tally, random = Tally(f"disk full during {ready.name}"), Random(seed)
    try:
        for moment in moments:
            with small_disk(place / f"disk-{moment}") as disk:
                _once(tally, ready, disk, ready.moment(random))
    except CannotMount as reason:
        tally.notes.append(f"NOT TRIED: no small disk can be mounted here ({reason})")
    return tally


def _once(tally: Tally, ready: Prepared, disk: Path, after: float) -> None:
    one = ready.waiting.copy(disk / "data")
    if ready.taken:
        ready.taken.letters.clear()
    (disk / "tmp").mkdir()
    with one.begin("work", TMPDIR=str(disk / "tmp")) as worker:
        until_said(worker, "ready")
        sleep(after)
        _fill(disk / "filler")
        sleep(_SECONDS_FULL)
        (disk / "filler").unlink()
        tally.crashed += worker.poll() is not None
        worker.terminate()
        worker.communicate(timeout=_SECONDS_TO_END)
    tally.tried += 1
    weigh(tally, ready, one.do("drain"), most_unsure=_MOST_UNSURE)


def _fill(path: Path) -> None:
    """Until nothing more goes in."""
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while file.write(bytes(size)) == size:
                    pass


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise CannotMount(str(error)) from error
    if done.returncode:
        raise CannotMount(done.stderr.strip())
