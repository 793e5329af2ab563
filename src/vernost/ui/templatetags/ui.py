"""The components of the pages. The signatures are the contract: a wrong attribute fails when the template is read."""

from collections.abc import Hashable
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vernost.ui import formats, html
from vernost.ui.assets import asset_url
from vernost.ui.fields import field_html
from vernost.ui.remembered import remembered
from vernost.ui.url_tag import url

register = template.Library()

register.tag("url", url)
register.simple_tag(html.icon, name="icon")
register.simple_tag(html.badge, name="badge")
register.simple_tag(asset_url, name="asset")

register.filter("day", formats.day)
register.filter("moment", formats.moment)


_BUTTONS = ("primary", "plain", "danger")


@register.filter
def dash(value: object) -> object:
    """`value`, or a grey dash where there is none."""
    return value or html.EMPTY


@register.filter
def number(value: Decimal | float | None, places: int = 0) -> str:
    return html.EMPTY if value is None else formats.number(value, places)


@register.filter
def percent(value: Decimal | float | None, places: int = 0) -> str:
    return html.EMPTY if value is None else formats.percent(value, places)


@register.simple_tag
def money(amount: Decimal | float | None, currency: str) -> SafeString:
    if amount is None:
        return html.EMPTY
    return format_html('<span class="money">{}</span>', formats.money(amount, currency))


@register.simple_tag
def whole_money(amount: Decimal | float | None, currency: str) -> SafeString:
    """A sum without its small coin, for figures that are compared and not paid."""
    return money(None if amount is None else round(amount), currency)


@register.simple_tag
def button(
    label: str,
    *,
    kind: str = "primary",
    type: str = "submit",
    name: str = "",
    value: str = "",
    key: str = "",
    form: str = "",
) -> SafeString:
    """A button of the form that it stands in, or of `form`; `key` is the shortcut it answers to, told to screen
    readers.
    """
    if kind not in _BUTTONS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(_BUTTONS)}")
    given = [("name", name), ("value", value), ("aria-keyshortcuts", key), ("form", form)]
    attributes = format_html_join("", ' {}="{}"', ((n, v) for n, v in given if v))
    return format_html(
        '<button class="button button-{}" type="{}"{}>{}</button>', kind, type, attributes, label
    )


@register.simple_tag
def button_link(label: str, *, href: str, kind: str = "plain") -> SafeString:
    if kind not in _BUTTONS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(_BUTTONS)}")
    return format_html('<a class="button button-{}" href="{}">{}</a>', kind, href, label)


@register.simple_tag
def chip(label: str, *, value: str = "", remove: str = "") -> SafeString:
    """An active filter; `remove` is the address without it."""
    return SafeString(render_to_string("ui/chip.html", {"label": label, "value": value, "remove": remove}))


@register.simple_tag
def field(bound: BoundField, *, wide: bool = False) -> SafeString:
    """A form field with its label, help and errors, tied together for screen readers."""
    return SafeString(field_html(bound, wide=wide))


@register.simple_block_tag
def page_heading(content: str, title: str, *, subtitle: str = "") -> SafeString:
    """The page's only h1; the block holds its buttons."""
    context = {"title": title, "subtitle": subtitle, "buttons": content}
    return SafeString(render_to_string("ui/page_heading.html", context))


@register.simple_block_tag
def empty_state(content: str, title: str) -> SafeString:
    """What will be here, and in the block the first action."""
    return format_html('<div class="empty-state"><p class="empty-title">{}</p>{}</div>', title, content)


@register.simple_tag
def tabs(items: list[tuple[str, str, bool]], *, label: str) -> SafeString:
    """`items` are (label, address, current)."""
    return SafeString(render_to_string("ui/tabs.html", {"items": items, "label": label}))


@register.simple_tag(name="remembered")
def remembered_template(name: str, **values: Hashable) -> SafeString:
    """As `include`, but made once for each language and `values`; the template knows nothing else."""
    key = (name, *values.items())
    return remembered(key, lambda: render_to_string(name, values))


@register.simple_tag
def day_cell(value: date | datetime | None) -> SafeString:
    return html.day_cell(value)
