"""The text of a letter and the names of what is attached."""

import re
from collections.abc import Iterator
from email.message import EmailMessage, Message

from vernost.channels.parsing.charset import decoded
from vernost.channels.parsing.head import clean
from vernost.channels.parsing.html_text import text_of_html

LONGEST = 100_000
_MOST_HTML = 1_000_000
_MOST_ATTACHMENTS = 50


def text_of(message: EmailMessage) -> tuple[str, bool]:
    """(the text, whether it was shortened): the plain part, else the words of the HTML part, else nothing."""
    plain: list[Message] = []
    html: list[Message] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if _is_attachment(part) or kind not in ("text/plain", "text/html"):
            continue
        (plain if kind == "text/plain" else html).append(part)
    text = "\n".join(_words(part) for part in plain).strip()
    if not text:
        text = "\n".join(text_of_html(_words(part)[:_MOST_HTML]) for part in html)
    text = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").strip()
    return re.sub(r"\n{4,}", "\n\n\n", text[:LONGEST]), len(text) > LONGEST


def attachments_of(message: EmailMessage) -> list[str]:
    found = [_file_name(part) for part in _parts(message) if _is_attachment(part)]
    return [name for name in found if name][:_MOST_ATTACHMENTS]


def _parts(message: EmailMessage) -> Iterator[Message]:
    """Leaves of the letter; a letter inside the letter is an attachment."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.iter_parts() if hasattr(message, "iter_parts") else message.get_payload():
        if isinstance(part, Message):
            yield from _parts(part)  # type: ignore[arg-type]


def _words(part: Message) -> str:
    try:
        content = part.get_payload(decode=True)
    except Exception:  # A transfer encoding that is none.
        content = str(part.get_payload()).encode("utf-8", "surrogateescape")
    if not isinstance(content, bytes):
        return ""
    try:
        declared = part.get_content_charset()
    except Exception:  # A charset that breaks the parser of heads.
        declared = None
    return decoded(content, declared)


def _is_attachment(part: Message) -> bool:
    try:
        said = part.get_content_disposition()
    except Exception:  # As above.
        said = None
    return (
        said == "attachment"
        or part.get_content_type() == "message/rfc822"
        or bool(_file_name(part) and part.get_content_maintype() != "text")
    )


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # As above.
        name = ""
    return clean(name, 200)
