"""An installation with work waiting, made once and broken often."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from bench.trust.cluster import Cluster
from bench.trust.installation import Installation
from bench.trust.nursery import Nursery, nursery
from tests.channels.mail_server import Taken, mail_server

_WAITING = "waiting"


@dataclass(frozen=True)
class Prepared:
    """`waiting` has the work in its queue and is never touched; `one` is the place of its copies, where the children of
    `nursery` live. `taken` is the book of the mail server, where the work is a mailing. `rows`, `letters`, `ran`,
    `left` (jobs that wait) and `seconds` are what an undisturbed worker made of it, and when: of all that follows, or
    of the jobs of `task` alone.
    """

    name: str
    waiting: Installation
    one: Installation
    nursery: Nursery
    server: Cluster | None
    taken: Taken | None
    rows: dict[str, int]
    letters: int
    ran: list[tuple[str, float, float]]
    left: list[str]
    seconds: float
    task: str = ""

    def drain(self) -> dict[str, Any]:
        """Works on `one` to the end; what settling.py tells."""
        found: dict[str, Any] = self.nursery.do("drain", *_words(self.task))
        return found

    def afresh(self) -> None:
        """`one` becomes a copy of what waits."""
        self.waiting.copy(self.one.folder)
        if self.taken:
            self.taken.letters.clear()
        if self.server:
            self.server.drop("one")
            self.server.make("one", _WAITING)

    def moment(self, random: Random) -> float:
        """Seconds after the worker's begin: every other time in the first job, which the check is about, else in one
        of those that follow from it.
        """
        (_, _, end), *rest = self.ran
        if not rest or random.randrange(2):
            return random.uniform(0, end)
        _, start, end = random.choice(rest)
        return random.uniform(start, end)


@contextmanager
def prepared(
    work: str, place: Path, rows: int, server: Cluster | None = None, task: str = ""
) -> Iterator[Prepared]:
    """On SQLite, or in `server`."""
    kind = "postgresql" if server else "sqlite"
    with ExitStack() as stack:
        taken, port = stack.enter_context(mail_server()) if work == "mailing" else (None, 0)
        one = Installation(place / f"{work}-{kind}", server.make("one") if server else "", port)
        children = stack.enter_context(nursery(one))
        children.do("prepare", work, str(rows))
        waiting = one.copy(place / f"{work}-{kind}-waiting")
        if server:
            waiting = replace(waiting, url=server.make(_WAITING, "one"))
        still = children.do("drain", *_words(task))
        yield Prepared(
            f"{work} ({kind})", waiting, one, children, server, taken,
            rows=still["rows"], letters=len(still["letters"]), ran=still["ran"], left=still["waiting"],
            seconds=still["seconds"], task=task,
        )  # fmt: skip


def _words(task: str) -> tuple[str, ...]:
    return (task,) if task else ()
