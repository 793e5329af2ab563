"""Small pieces of HTML for table cells and component tags; every argument is escaped."""

from datetime import date, datetime
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vernost.ui import formats

# Unknown is grey. Colour never stands alone: the text says the same.
type Tone = Literal["neutral", "good", "bad", "warn", "accent"]
TONES = ("neutral", "good", "bad", "warn", "accent")

EMPTY = mark_safe(f'<span class="none">{formats.DASH}</span>')


def badge(text: object, tone: Tone = "neutral") -> SafeString:
    if tone not in TONES:
        raise ValueError(f"tone {tone!r} is none of {', '.join(TONES)}")
    return format_html('<span class="badge badge-{}">{}</span>', tone, text)


def link(text: object, url: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text)


def text_cell(text: object) -> str | SafeString:
    """The text, or a grey dash where there is none."""
    return str(text) if text not in (None, "") else EMPTY


def day_cell(value: date | datetime | None) -> SafeString:
    if value is None:
        return EMPTY
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), formats.day(value))


def icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="/static/ui/icons.svg#{}"></use></svg>', name
    )
