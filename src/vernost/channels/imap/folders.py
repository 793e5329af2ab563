"""Which folders of a mailbox are read."""

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from vernost.channels.enums import Problem
from vernost.channels.imap.server import MailboxProblem

# The mark of RFC 6154.
_SENT = b"\\Sent"


def sent_folder(server: IMAPClient, named: str) -> str:
    """The folder of letters from us: the one that was named, else the one that the server marks; empty without one."""
    if named:
        return named
    found = server.find_special_folder(_SENT)
    return str(found) if found else ""


def select(server: IMAPClient, folder: str) -> int:
    """Opens a folder, so that nothing in it is marked as read, and returns its numbering."""
    try:
        said = server.select_folder(folder, readonly=True)
    except IMAPClientError as error:
        raise MailboxProblem(Problem.NO_FOLDER, folder) from error
    return int(said[b"UIDVALIDITY"])
