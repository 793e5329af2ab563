"""Reads harmed files until told where to stop, within limits of memory and time; says how each ended.

reading_child <first seed> <how many> | reading_child made <name>. A line for each file: seed or name, how it ended,
seconds.
"""

import resource
import signal
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

from bench.trust.mutants import MADE_TO_HURT, bases, mutant
from vernost.engine.io import ReadOptions, read_table
from vernost.engine.io.errors import VernostDataError
from vernost.transfer.kinds import KINDS
from vernost.transfer.reading.peek import peek

_SECONDS = 5
_ADDRESSES = 3 << 30


class Hangs(BaseException):
    """It took longer than anybody waits."""


def main(words: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    signal.signal(signal.SIGPROF, _ring)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "file"
        if words[0] == "made":
            place.write_bytes(MADE_TO_HURT[words[1]]())
            _tell(words[1], place)
        else:
            originals, first = bases(), int(words[0])
            for seed in range(first, first + int(words[1])):
                place.write_bytes(mutant(originals, seed))
                _tell(str(seed), place)
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)


def _tell(name: str, place: Path) -> None:
    began = process_time()
    # Seconds of work, of all threads: on a busy machine a file that waits its turn does not hang.
    signal.setitimer(signal.ITIMER_PROF, _SECONDS * 2)
    how = _read(place)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{name}\t{how}\t{process_time() - began:.2f}", flush=True)


def _read(place: Path) -> str:
    """One clear error, or none."""
    try:
        seen = peek(place, "file")
        if not seen.headers:
            return "read"
        read_table(place, KINDS["orders"].spec, ReadOptions())
    except VernostDataError as error:
        return f"refused {error.code}"
    except Hangs:
        return "hangs"
    except MemoryError:
        return "crashed MemoryError"
    except Exception as error:  # What a person would see as "something broke".
        return f"crashed {type(error).__name__}: {str(error).splitlines()[0][:80] if str(error) else ''}"
    return "read"


def _ring(*_: Any) -> None:
    raise Hangs
