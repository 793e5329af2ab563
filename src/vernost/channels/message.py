"""A letter as the mail server takes it."""

from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from vernost.channels.enums import LetterKind
from vernost.channels.models import Letter

# Stands in a text where the address to unsubscribe at belongs.
UNSUBSCRIBE_PLACE = "[[unsubscribe]]"
# Programs that answer letters by themselves leave these alone (RFC 3834).
_AUTOMATIC = (LetterKind.MAILING, LetterKind.DIGEST)


def message_of(letter: Letter, *, sender_name: str, secret: str) -> EmailMultiAlternatives:
    """ValueError when an address or a heading is impossible. `secret` is what the link to unsubscribe ends with."""
    headers = {"Message-ID": f"<{letter.message_id}>"}
    if letter.kind in _AUTOMATIC:
        headers["Auto-Submitted"] = "auto-generated"
    text, html = letter.text, letter.html
    if letter.unsubscribable:
        url = f"{settings.VERNOST_ADDRESS}{reverse('unsubscribe', args=[secret])}"
        text, html = text.replace(UNSUBSCRIBE_PLACE, url), html.replace(UNSUBSCRIBE_PLACE, url)
        # RFC 8058: the mail program's own button, one click, no page.
        headers["List-Unsubscribe"] = f"<{url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=text,
        from_email=formataddr((sender_name, settings.DEFAULT_FROM_EMAIL)),
        to=[formataddr((letter.to_name, letter.to_address))],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers=headers,
    )
    if html:
        message.attach_alternative(html, "text/html")
    return message
