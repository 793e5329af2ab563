"""`vernost run` whose processes are killed while people write and an import goes on."""

import http.client
import os
import signal
import threading
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any

from bench.trust.installation import Installation
from bench.trust.killing import Prepared
from bench.trust.person import Person
from bench.trust.tally import Tally
from bench.web.server import Server, served

_WRITERS = 3
_SECONDS_BETWEEN = (1.0, 3.0)
_SECONDS_TO_RECOVER = 20


class _Writer(threading.Thread):
    """Writes down orders, each with a number of its own, and remembers for which of them he was told that it is in."""

    def __init__(self, server: Server, name: str, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self._server, self._over, self._mark = server, over, name
        self.tried: list[str] = []
        self.told: list[str] = []

    def run(self) -> None:
        person, count = Person(self._server), 0
        while not self._over.is_set():
            count += 1
            number = f"{self._mark}-{count}"
            try:
                form = person.open("/clients/1/orders/new/")
                fields = {"ordered_on": "2026-01-05", "amount": "10", "currency": "RUB", "status": "open"}
                self.tried.append(number)
                if person.send("/clients/1/orders/new/", {**form, **fields, "number": number}):
                    self.told.append(number)
            except (OSError, http.client.HTTPException):
                # A person sees that nobody answers, and does not know whether the order is in.
                sleep(0.1)


def killed_server(ready: Prepared, place: Path, moments: int, seed: int) -> Tally:
    """`moments` kills of a web process or of the worker, chosen by chance, in one life of the server."""
    tally, random, hit = Tally("processes of vernost run killed"), Random(seed), Counter[str]()  # noqa: S311
    one, over = ready.waiting.copy(place / "served"), threading.Event()
    with served(one.environment()) as server:
        _until_there(server)
        writers = [_Writer(server, f"W{which}", over) for which in range(_WRITERS)]
        for writer in writers:
            writer.start()
        for _ in range(moments):
            sleep(random.uniform(*_SECONDS_BETWEEN))
            victims = _children(server.pid)
            if victims:
                pid, kind = random.choice(victims)
                os.kill(pid, signal.SIGKILL)
                hit[kind] += 1
            tally.tried += 1
        tally.crashed += not _answers(server)
        sleep(_SECONDS_BETWEEN[1])
        over.set()
        for writer in writers:
            writer.join()
    _weigh(tally, ready, writers, one.do("drain"), one)
    tally.notes += [f"{count} × {kind} killed" for kind, count in sorted(hit.items())]
    return tally


def stopped_server(ready: Prepared, place: Path, moments: int, seed: int) -> Tally:
    """SIGTERM while people write and the worker works: requests end, the job goes on at the next start."""
    tally, random, longest = Tally("vernost run stopped at work"), Random(seed), 0.0  # noqa: S311
    for _ in range(moments):
        one, over = ready.waiting.copy(place / "stopped"), threading.Event()
        with served(one.environment()) as server:
            _until_there(server)
            writers = [_Writer(server, f"W{which}", over) for which in range(_WRITERS)]
            for writer in writers:
                writer.start()
            sleep(random.uniform(*_SECONDS_BETWEEN))
            began = monotonic()
            os.kill(server.pid, signal.SIGTERM)
            while _lives(server.pid) and monotonic() - began < _SECONDS_TO_RECOVER:
                sleep(0.05)
            longest = max(longest, monotonic() - began)
            tally.crashed += _lives(server.pid)
            over.set()
            for writer in writers:
                writer.join()
        tally.tried += 1
        _weigh(tally, ready, writers, one.do("drain"), one)
    tally.notes.append(f"stopped after {longest:.1f} s at the most")
    return tally


def _lives(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _weigh(
    tally: Tally, ready: Prepared, writers: list[_Writer], found: dict[str, Any], one: Installation
) -> None:
    tried = {number for writer in writers for number in writer.tried}
    told = {number for writer in writers for number in writer.told}
    orders = Counter(one.do("orders"))
    tally.lost += sum(number not in orders for number in told) + (not found["whole"]) + found["open"]
    tally.doubled += sum(count - 1 for count in orders.values())
    imported = sum(count for number, count in orders.items() if number not in tried)
    tally.compare({"clients_order": ready.rows["clients_order"]}, {"clients_order": imported})
    tally.notes.append(f"{len(tried)} orders sent, {len(told)} confirmed, {len(orders.keys() & tried)} in")


def _until_there(server: Server) -> None:
    """The import makes the client to whom the orders are written."""
    person = Person(server)
    while not person.open("/clients/1/orders/new/"):
        sleep(0.2)


def _answers(server: Server) -> bool:
    for _ in range(_SECONDS_TO_RECOVER * 5):
        try:
            if Person(server).open("/clients/1/orders/new/"):
                return True
        except (OSError, http.client.HTTPException):
            sleep(0.2)
    return False


def _children(parent: int) -> list[tuple[int, str]]:
    """Processes whose parent is `vernost run`, and what each is."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
            words = stat.with_name("cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(after[1]) == parent and after[0] != "Z":
            found.append((int(stat.parent.name), "worker" if b"work" in words else "web process"))
    return [one for one in found if not _is_announcement(one[0])]


def _is_announcement(pid: int) -> bool:
    try:
        return b"vernost.cli.announce" in (Path("/proc") / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return True


def two_writers(ready: Prepared, place: Path, moments: int) -> Tally:
    """Two people save the same field at the same moment, having seen the same value; one must be asked."""
    tally = Tally("two people write one field")
    one = ready.waiting.copy(place / "two")
    one.do("drain")
    path, asked = "/clients/1/field/industry/", 0
    with served(one.environment()) as server:
        people = [Person(server), Person(server)]
        for moment in range(moments):
            forms = [person.open(path) for person in people]
            taken = [False, False]

            def save(which: int, forms: Any = forms, taken: Any = taken, moment: int = moment) -> None:
                fields = {**forms[which], "industry": f"{which} in round {moment}"}
                taken[which] = people[which].send(path, fields)

            threads = [threading.Thread(target=save, args=(which,)) for which in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            tally.tried += 1
            # Both taken: one has overwritten the other unseen. Neither: both were lost.
            tally.lost += sum(taken) != 1
            asked += sum(taken) == 1
    tally.notes.append(f"{asked} × one was asked")
    return tally
