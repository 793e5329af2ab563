"""A letter as it travelled, made into what is kept of it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from vernost.channels.parsing.body import attachments_of, text_of
from vernost.channels.parsing.head import addresses, clean, header, moment, numbers

_MOST_PEOPLE = 200
_MOST_ANSWERED = 50
# From what the letter begins with, where it has no number of its own.
_DIGESTED = 65_536


@dataclass(frozen=True)
class ParsedLetter:
    """Addresses in lower case; `answers_to` are message ids, that of the letter it answers first."""

    message_id: str
    answers_to: tuple[str, ...]
    at: datetime
    sender: str
    sender_name: str
    receivers: tuple[str, ...]
    copies: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[str, ...]
    is_cut: bool


def parse(content: bytes, received_at: datetime) -> ParsedLetter:
    """Never fails: what cannot be read of a letter is left out, the rest is kept."""
    message = BytesParser(policy=policy.default).parsebytes(content)
    senders = addresses(message, "From") or addresses(message, "Sender")
    name, sender = senders[0] if senders else ("", "")
    text, is_cut = text_of(message)
    own = numbers(message, "Message-ID")
    answered = dict.fromkeys([*numbers(message, "In-Reply-To"), *reversed(numbers(message, "References"))])
    return ParsedLetter(
        message_id=own[0] if own else f"{hashlib.sha256(content[:_DIGESTED]).hexdigest()}@made.invalid",
        answers_to=tuple(answered)[:_MOST_ANSWERED],
        at=moment(message, received_at),
        sender=sender,
        sender_name=name,
        receivers=_people(message, "To"),
        copies=_people(message, "Cc"),
        subject=clean(header(message, "Subject"), 500),
        text=text,
        attachments=tuple(attachments_of(message)),
        is_cut=is_cut,
    )


def _people(message: EmailMessage, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for _who, address in addresses(message, name)))[:_MOST_PEOPLE]
