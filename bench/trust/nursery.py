"""Children of an installation that need no time to start: a process that has everything loaded forks them.

The other end is nursery_child.py.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from bench.trust.installation import Installation

_ENDED = "ended "


class NoPipes(Exception):
    """The process was started without them."""


@dataclass
class Child:
    """A running child. Its output has to be read to its end before the next is begun."""

    _process: "subprocess.Popen[str]"
    pid: int
    code: int | None = None
    last: str = ""

    def until(self, word: str) -> bool:
        """Waits for the line `word`; False when it ends without it."""
        return any(line == word for line in self._lines())

    def kill(self) -> bool:
        """kill -9. False when it had ended by itself with an error before."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return self.end() in (-signal.SIGKILL, 0)

    def end(self) -> int:
        """Waits; its exit code."""
        for _ in self._lines():
            pass
        return -1 if self.code is None else self.code

    def _lines(self) -> Iterator[str]:
        if self._process.stdout is None:
            raise NoPipes
        while self.code is None and (line := self._process.stdout.readline()):
            if line.startswith(_ENDED):
                self.code = int(line.removeprefix(_ENDED))
            else:
                self.last = line.strip()
                yield self.last


class Nursery:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def begin(self, *words: str) -> Child:
        if self._process.stdin is None or self._process.stdout is None:
            raise NoPipes
        print(*words, file=self._process.stdin, flush=True)
        began = self._process.stdout.readline().split()
        return Child(self._process, int(began[1]))

    def do(self, *words: str) -> Any:
        """Runs a child to its end and returns the last line that it says, read as JSON. RuntimeError when it breaks."""
        child = self.begin(*words)
        if child.end():
            raise RuntimeError(f"{' '.join(words)} ended with {child.code}")
        return json.loads(child.last) if child.last else None


@contextmanager
def nursery(of: Installation, **more: str) -> Iterator[Nursery]:
    """For as long as the block runs; the installation's folder and database may be replaced meanwhile."""
    with of.log().open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.started", "bench.trust.nursery_child"], env=of.environment(**more), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
        )  # fmt: skip
    with process:
        yield Nursery(process)
        if process.stdin is not None:
            process.stdin.close()
