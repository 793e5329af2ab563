"""People who write down orders while something is broken."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

from bench.trust.person import Person
from bench.web.server import Server

_PEOPLE = 3
# The client whom bench/trust/child.py makes first.
_ORDERS = "/clients/1/orders/new/"


class Writer(threading.Thread):
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
                form = person.open(_ORDERS)
                fields = {"ordered_on": "2026-01-05", "amount": "10", "currency": "RUB", "status": "open"}
                self.tried.append(number)
                if person.send(_ORDERS, {**form, **fields, "number": number}):
                    self.told.append(number)
            except (OSError, http.client.HTTPException):
                # A person sees that nobody answers, and does not know whether the order is in.
                sleep(0.1)


@contextmanager
def writing(server: Server) -> Iterator[list[Writer]]:
    """Three people write while the block runs."""
    over = threading.Event()
    writers = [Writer(server, f"W{which}", over) for which in range(_PEOPLE)]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        over.set()
        for writer in writers:
            writer.join()
