"""A program run on its own, with the time it took and the memory it held."""

import json
import os
import resource
import signal
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Spent:
    """Seconds of the whole process, of the work in it as it reports itself, and peak memory in MiB."""

    seconds: float
    work: float
    peak: float


class Stopped(Exception):
    """The program took longer than allowed or failed; the message says which."""


def timed(program: Sequence[str | Path], *, limit: float = 600) -> Spent:
    """Run once. The program prints a line of JSON last: {"work": seconds after its imports}.

    Stopped when it fails or runs longer than `limit` seconds.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = perf_counter()
        process = subprocess.Popen([str(part) for part in program], stdout=out, stderr=err)
        alarm = threading.Timer(limit, process.send_signal, [signal.SIGKILL])
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        alarm.cancel()
        seconds = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == -signal.SIGKILL:
            raise Stopped(f"stopped after {seconds:.0f} s")
        if process.returncode != 0:
            err.seek(0)
            raise Stopped(f"failed: {err.read().decode(errors='replace').strip()[-500:]}")
        out.seek(0)
        lines = out.read().decode(errors="replace").strip().splitlines()
    return Spent(seconds, _work(lines, seconds), _mebibytes(usage))


def alternating(
    programs: dict[str, Sequence[str | Path]], runs: int, *, limit: float = 600
) -> dict[str, Spent | Stopped]:
    """The median of `runs` runs each, in turns, so that a change of the machine's mood falls on all alike.

    A program that was stopped once is not run again.
    """
    spent: dict[str, list[Spent]] = {name: [] for name in programs}
    stopped: dict[str, Stopped] = {}
    for _ in range(runs):
        for name, program in programs.items():
            if name not in stopped:
                try:
                    spent[name].append(timed(program, limit=limit))
                except Stopped as failure:
                    stopped[name] = failure
    return {name: stopped.get(name) or median(spent[name]) for name in programs}


def median(runs: Sequence[Spent]) -> Spent:
    """Medians of the times, the highest of the peaks."""
    return Spent(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.work for run in runs),
        max(run.peak for run in runs),
    )


def _work(lines: list[str], otherwise: float) -> float:
    try:
        return float(json.loads(lines[-1])["work"])
    except (IndexError, ValueError, KeyError, TypeError):
        return otherwise


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
