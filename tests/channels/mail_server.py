"""A real SMTP server on loopback that keeps what it has taken."""

import asyncio
import email
import email.policy
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class Taken:
    """What the server said 250 to, in its order. `answers` gives other answers by recipient; `hold` makes the server
    wait before its answer, after the letter is whole.
    """

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.answers: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self.hold = threading.Event()
        self.whole = threading.Event()

    @property
    def numbers(self) -> list[str]:
        return [str(letter["Message-ID"]).strip("<>") for letter in self.letters]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 (aiosmtpd's name)
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        recipient = envelope.rcpt_tos[0]
        if recipient in self.answers:
            return self.answers[recipient]
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.recipients.append(recipient)
        self.whole.set()
        while self.hold.is_set():
            await asyncio.sleep(0.01)
        return "250 taken"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def mail_server() -> Iterator[tuple[Taken, int]]:
    """The server's book and its port."""
    taken = Taken()
    port = free_port()
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield taken, port
    finally:
        taken.hold.clear()
        controller.stop()
