"""Small pieces of HTML for table cells and component tags; every argument is escaped."""

from datetime import date, datetime
from html import escape
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vernost.ui import formats

# Unknown is grey. Colour never stands alone: the text says the same.
type Tone = Literal["neutral", "good", "bad", "warn", "accent"]
TONES = ("neutral", "good", "bad", "warn", "accent")

EMPTY = mark_safe(f'<span class="none">{formats.DASH}</span>')


def escaped(text: object) -> str:
    """As Django's conditional_escape, without its detour for lazy texts, which costs more than all the rest."""
    return text.__html__() if hasattr(text, "__html__") else escape(str(text))


def lines_of(text: str) -> str:
    """Escaped, its lines kept apart."""
    return "<br>".join(escape(text).splitlines())


def badge(text: object, tone: Tone = "neutral") -> SafeString:
    if tone not in TONES:
        raise ValueError(f"tone {tone!r} is none of {', '.join(TONES)}")
    return SafeString(f'<span class="badge badge-{tone}">{escaped(text)}</span>')


def link(text: object, url: str, *, css: str = "") -> SafeString:
    kind = f' class="{escaped(css)}"' if css else ""
    return SafeString(f'<a{kind} href="{escaped(url)}">{escaped(text)}</a>')


def text_cell(text: object) -> str | SafeString:
    """The text, or a grey dash where there is none."""
    return str(text) if text not in (None, "") else EMPTY


def day_cell(value: date | datetime | None) -> SafeString:
    if value is None:
        return EMPTY
    return SafeString(f'<time datetime="{value.isoformat()}">{formats.day(value)}</time>')


def hidden_token(token: str) -> SafeString:
    """The field of a form that Django's check against forgery wants."""
    return SafeString(f'<input type="hidden" name="csrfmiddlewaretoken" value="{escaped(token)}">')


def icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="/static/ui/icons.svg#{}"></use></svg>', name
    )
