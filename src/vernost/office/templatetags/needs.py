"""What needs a person, in templates."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString

from vernost.core.needs import Act
from vernost.office.today.rows import Asking, about_html, acts_html, line_html, need_html

if TYPE_CHECKING:
    from vernost.office.today.views import Line

register = template.Library()
register.simple_tag(need_html, name="show_need")
register.simple_tag(about_html, name="show_about")


@register.simple_tag
def show_line(line: "Line", currency: str, asking: Asking) -> SafeString:
    return line_html(line.needs, line.at_stake, currency, asking)


@register.simple_tag
def show_acts(acts: Iterable[Act], on: date, people: Iterable[tuple[str, str]], token: str) -> SafeString:
    """`token` is the page's, against forgery."""
    return acts_html(acts, Asking(on, people, token))
