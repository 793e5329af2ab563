"""The head of a letter, read so that no broken line of it costs us the letter."""

import re
from datetime import UTC, datetime
from email.header import decode_header
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from vernost.channels.parsing.charset import decoded

_NUMBER = re.compile(r"<([^<>\s]+)>")
_SURROGATES = re.compile("[\udc80-\udcff]")


def clean(text: str, longest: int | None = None) -> str:
    """Without what a database cannot keep; on one line."""
    kept = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(kept.split())[:longest]


def header(message: EmailMessage, name: str) -> str:
    """The decoded line `name`; whatever is wrong with it, something readable comes out."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if _SURROGATES.search(raw):
        # Bytes that stand in the head as they are, against the rules.
        return clean(decoded(raw.encode("utf-8", "surrogateescape"), None))
    try:
        return clean(str(message[name] or ""))
    except Exception:  # The parser of heads fails in many ways on lines that break the rules.
        return clean(_by_pieces(raw))


def _by_pieces(raw: str) -> str:
    try:
        return "".join(
            piece if isinstance(piece, str) else decoded(piece, charset)
            for piece, charset in decode_header(raw)
        )
    except Exception:  # The line as it stands is better than no letter.
        return raw


def addresses(message: EmailMessage, name: str) -> list[tuple[str, str]]:
    """(name, address in lower case) of everybody whom the line names."""
    found = getaddresses([header(message, name)], strict=False)
    return [
        (clean(who, 200), clean(address, 254).lower())
        for who, address in found
        if "@" in address and " " not in address.strip()
    ]


def numbers(message: EmailMessage, name: str) -> list[str]:
    """Message ids that the line names, without their brackets."""
    line = header(message, name)
    return [found[:500] for found in _NUMBER.findall(line)] or (
        [line[:500]] if line and " " not in line else []
    )


def moment(message: EmailMessage, received_at: datetime) -> datetime:
    """When the letter was written; when it was received if it does not say, or says that it was later."""
    try:
        written = parsedate_to_datetime(header(message, "Date"))
        written = written if written.tzinfo else written.replace(tzinfo=UTC)
        # Sorted and shown in other zones: the first and last years would fall off the calendar.
        in_calendar = 1980 <= written.year <= 9000
        return min(written, received_at) if in_calendar else received_at
    except (TypeError, ValueError, IndexError, OverflowError):
        return received_at
