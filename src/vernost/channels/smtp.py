"""SMTP that tells the moment of no return.

Until the line with a single dot the server must forget a letter whose sender is gone (RFC 5321, 4.1.1.4); after it the
letter is the server's. Django's backend sends both in one breath; this one asks in between.
"""

import re
import smtplib
from collections.abc import Callable
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from vernost.channels.outlet import NothingLeaves, stance

_LEADING_DOT = re.compile(rb"(?m)^\.")
_CONTINUE = 354


class Unclear(Exception):
    """The letter was handed over and no answer came: it may have been taken, or not."""


def _nothing() -> None:
    pass


class _TwoStep:
    """A mixin for smtplib's conversations: `before_end` is called when all but the dot is sent."""

    before_end: Callable[[], None] = staticmethod(_nothing)

    def data(self: Any, msg: Any) -> tuple[int, bytes]:
        """What `before_end` raises ends the conversation, and the server forgets the letter."""
        self.putcmd("data")
        code, said = self.getreply()
        if code != _CONTINUE:
            raise smtplib.SMTPDataError(code, said)
        body = _LEADING_DOT.sub(b"..", msg)
        self.send(body if body.endswith(b"\r\n") else body + b"\r\n")
        try:
            self.before_end()
        except BaseException:
            self.close()
            raise
        try:
            self.send(b".\r\n")
            code, said = self.getreply()
        except OSError as error:
            self.close()
            raise Unclear(str(error)) from error
        return code, said


class _Plain(_TwoStep, smtplib.SMTP):
    pass


class _Encrypted(_TwoStep, smtplib.SMTP_SSL):
    pass


class Outlet(EmailBackend):
    """Django's SMTP backend with `hand_over`. NothingLeaves when it is opened where nothing may be sent."""

    connection: Any

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _Encrypted if self.use_ssl else _Plain

    def open(self) -> bool | None:
        if not stance().is_open:
            raise NothingLeaves
        if self.connection is not None and self.connection.sock is None:
            self.connection = None  # the server has ended the conversation
        return super().open()

    def hand_over(self, message: EmailMessage, before_end: Callable[[], None]) -> None:
        """Sends one letter; `before_end` is called once, when nothing is left to send but the end.

        Unclear when the server did not answer afterwards; smtplib's exceptions when it refused: then it has not got it.
        """
        self.open()
        self.connection.before_end = before_end
        try:
            self.send_messages([message])
        finally:
            if self.connection is not None:
                self.connection.before_end = _nothing

    def drop(self) -> None:
        """Lets go of the connection without a word."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()
