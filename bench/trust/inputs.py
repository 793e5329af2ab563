"""Harmed and hostile files through the readers: each ends in being read or in one clear error, in time and memory."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import batched
from pathlib import Path

from bench.trust.installation import Installation
from bench.trust.moments import Moments
from bench.trust.mutants import MADE_TO_HURT
from bench.trust.tally import Tally

_AT_ONCE = 1_000
_LONGEST, _MOST_MIB = 5.0, 1024


def harmed_files(place: Path, files: Moments) -> Tally:
    tally, ends = Tally("harmed files"), Counter[str]()
    peak = 0
    for some in batched(files, _AT_ONCE):
        first = some[0]
        while first <= some[-1]:
            count = some[-1] + 1 - first
            lines, memory = _child(place, str(first), str(count))
            peak = max(peak, memory)
            _weigh(tally, ends, lines)
            if len(lines) < count:
                tally.crashed += 1
                tally.notes.append(f"the process died at file {first + len(lines)}")
            first += min(count, len(lines) + 1)
        tally.tried += len(some)
    tally.crashed += peak > _MOST_MIB
    tally.notes += [f"{count} × {how}" for how, count in ends.most_common(12)] + [f"peak {peak} MiB"]
    return tally


def hostile_files(place: Path) -> Tally:
    tally = Tally("hostile files")
    for name in MADE_TO_HURT:
        lines, memory = _child(place, "made", name)
        tally.tried += 1
        tally.crashed += not lines or memory > _MOST_MIB
        _weigh(tally, Counter(), lines)
        how = f"{lines[0][1]} in {lines[0][2]:.1f} s" if lines else "the process died"
        tally.notes.append(f"{name}: {how}, {memory} MiB")
    return tally


def _weigh(tally: Tally, ends: Counter[str], lines: list[tuple[str, str, float]]) -> None:
    for name, how, seconds in lines:
        ends[how if not how.startswith("refused") else "refused"] += 1
        if how.startswith(("crashed", "hangs")) or seconds > _LONGEST:
            tally.crashed += 1
            tally.notes.append(f"file {name}: {how}, {seconds:.1f} s")


def _child(place: Path, *words: str) -> tuple[list[tuple[str, str, float]], int]:
    command = [sys.executable, "-m", "bench.started", "bench.trust.reading_child", *words]
    done = subprocess.run(
        command, env=Installation(place).environment(), capture_output=True, text=True, check=False
    )
    return list(_lines(done.stdout)), _peak(done.stdout)


def _lines(said: str) -> Iterator[tuple[str, str, float]]:
    for line in said.splitlines():
        if line.count("\t") == 2:
            name, how, seconds = line.split("\t")
            yield name, how, float(seconds)


def _peak(said: str) -> int:
    return next((int(line.split()[1]) for line in said.splitlines() if line.startswith("peak ")), 0)
