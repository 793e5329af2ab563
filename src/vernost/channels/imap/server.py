"""A way to a mail server, and what may go wrong on it in words that a person can act on."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from django.conf import settings
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from vernost.channels.enums import Problem, Security

# Long enough for a slow provider, short enough for a person who waits.
_SECONDS = 20.0
_LONGEST_DETAIL = 300


class MailboxProblem(Exception):
    """The mailbox could not be read; nothing was changed. `detail` is what the server said, if it said something."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = " ".join(detail.replace("\x00", "").split())[:_LONGEST_DETAIL]


@dataclass(frozen=True)
class Access:
    """Where a mailbox is and how it opens."""

    host: str
    port: int
    security: Security
    login: str
    password: str


@contextmanager
def opened(access: Access) -> Iterator[IMAPClient]:
    """A server that let us in; it is left in every case. MailboxProblem for whatever went wrong, in the block too."""
    if settings.VERNOST_DEMO:
        raise MailboxProblem(Problem.DEMO)
    if not access.password:
        raise MailboxProblem(Problem.NO_PASSWORD)
    server = None
    try:
        server = _entered(access)
        yield server
    except MailboxProblem:
        raise
    except LoginError as error:
        raise MailboxProblem(Problem.LOGIN_REFUSED, _said(error)) from error
    except (ssl.SSLError, ssl.CertificateError) as error:
        raise MailboxProblem(Problem.NOT_SECURE, _said(error)) from error
    except OSError as error:
        raise MailboxProblem(Problem.UNREACHABLE, _said(error)) from error
    except (IMAPClientError, ValueError, LookupError) as error:
        # Among them answers that no server should give.
        raise MailboxProblem(Problem.BROKEN, _said(error)) from error
    finally:
        if server is not None:
            # The connection may be gone already.
            with suppress(Exception):
                server.logout()
            with suppress(Exception):
                server.shutdown()


def _entered(access: Access) -> IMAPClient:
    context = ssl.create_default_context()
    tls = access.security == Security.TLS
    server = IMAPClient(
        access.host, access.port, ssl=tls, ssl_context=context if tls else None, timeout=_SECONDS
    )
    try:
        # Moments with their zone.
        server.normalise_times = False
        if access.security == Security.STARTTLS:
            _encrypt(server, context)
        server.login(access.login, access.password)
    except BaseException:
        with suppress(Exception):
            server.shutdown()
        raise
    return server


def _encrypt(server: IMAPClient, context: ssl.SSLContext) -> None:
    """Never on without it: a password would travel readable."""
    if not server.has_capability("STARTTLS"):
        raise MailboxProblem(Problem.NOT_SECURE, "STARTTLS")
    server.starttls(context)


def _said(error: BaseException) -> str:
    first = error.args[0] if error.args else ""
    if isinstance(first, bytes):
        return first.decode("utf-8", "replace")
    return str(error)
