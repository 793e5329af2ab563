"""Letters in a mailbox, as if a server had given them, through the action that reading uses."""

from datetime import date, datetime

from tests.factories.moments import AT
from vernost.channels.actions.fetching import store_letters
from vernost.channels.actions.mailbox import create_mailbox
from vernost.channels.enums import Security, Way
from vernost.channels.imap.letters import RawLetter
from vernost.channels.models import IncomingLetter, Mailbox, MailFolder
from vernost.core.enums import Face
from vernost.core.models import User


def make_mailbox(owner: User | None, **fields: object) -> Mailbox:
    values = {
        "address": owner.email if owner else "info@firm.example",
        "host": "127.0.0.1",
        "port": 1,
        "security": Security.NONE,
        "login": "box",
        "password": "open-sesame",
        "since_on": date(2020, 1, 1),
    } | fields
    return create_mailbox(owner=owner, by=owner, at=AT, face=Face.WEB, **values)


def make_letter(
    mailbox: Mailbox, party: str, *, way: Way = Way.IN, at: datetime = AT, text: str = "Hello", **heads: str
) -> IncomingLetter:
    """A letter to or from `party`; `Message_ID` and others by name."""
    folder, _made = MailFolder.objects.get_or_create(
        mailbox=mailbox, name="INBOX" if way == Way.IN else "Sent", defaults={"way": way, "uid_validity": 1}
    )
    uid = folder.last_uid + 1
    ours = mailbox.address
    given = {
        "From": party if way == Way.IN else ours,
        "To": ours if way == Way.IN else party,
        "Date": f"{at:%a, %d %b %Y %H:%M:%S +0000}",
        "Message-ID": f"<{folder.pk}-{uid}@{mailbox.pk}.example>",
        "Subject": "Terms",
        "Content-Type": "text/plain; charset=utf-8",
    } | {name.replace("_", "-"): value for name, value in heads.items()}
    content = "".join(f"{name}: {value}\r\n" for name, value in given.items()) + f"\r\n{text}"
    raw = RawLetter(uid=uid, content=content.encode(), received_at=at, is_cut=False)
    store_letters(folder=folder, letters=[raw], at=AT)
    return IncomingLetter.objects.get(folder=folder, uid=uid)
