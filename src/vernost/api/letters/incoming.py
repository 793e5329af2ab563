"""Letters of mailboxes: one's own, and of others what was shared."""

from datetime import datetime

from ninja import Query
from pydantic import Field

from vernost.api.shell.http import Request
from vernost.api.shell.lists import Asked, Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal
from vernost.api.shell.values import Email, Moment, Number, Shown
from vernost.channels.enums import Way
from vernost.channels.models import IncomingLetter
from vernost.core.access import Action
from vernost.voice.queries.correspondence import letters_read_by, seen_by

operations = Operations("letters")


class LetterOfMailboxShown(Shown):
    id: int
    mailbox_id: int
    way: Way
    at: datetime
    sender: str
    sender_name: str
    receivers: str = Field(description="One address a line.")
    copies: str
    subject: str
    attachments: str = Field(description="Names, one a line; the files stay in the mailbox.")


class WholeLetterOfMailbox(LetterOfMailboxShown):
    text: str
    is_cut: bool = Field(description="Whether the text was shortened.")


class LettersOfMailboxAsked(Asked):
    way: Way | None = None
    party: Email | None = Field(None, description="The address on the other side.")
    since: Moment | None = None


@operations.reads("/mailbox-letters", right=Action.VIEW_CLIENT, answer=Page[LetterOfMailboxShown])
def list_letters_of_mailboxes(
    request: Request, asked: Query[LettersOfMailboxAsked]
) -> Page[LetterOfMailboxShown]:
    """Letters of the mailboxes that the token's owner reads; those of others are private until they are shared."""
    rows = narrowed(
        letters_read_by(request.auth),
        way=asked.way,
        party=asked.party and asked.party.lower(),
        at__gte=asked.since,
    )
    return page_of(rows, asked, LetterOfMailboxShown)


@operations.reads(
    "/mailbox-letters/{mailbox_letter_id}", right=Action.VIEW_CLIENT, answer=WholeLetterOfMailbox
)
def show_letter_of_mailbox(request: Request, mailbox_letter_id: Number) -> IncomingLetter:
    """One letter with its text: of one's own mailbox, or shared with who sees the client."""
    letter = seen_by(request.auth, mailbox_letter_id)
    if letter is None:
        raise Refusal(Code.NOT_FOUND)
    return letter
