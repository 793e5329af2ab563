"""What needs a person, in templates."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.safestring import SafeString

from vernost.core.models import User
from vernost.core.needs import Act, Need
from vernost.office.today.rows import Asking, acts_html, need_html

register = template.Library()


@register.simple_tag
def show_need(need: Need, on: date, people: Iterable[User], token: str) -> SafeString:
    """`token` is the page's, against forgery."""
    return need_html(need, Asking(on, people, token))


@register.simple_tag
def show_acts(acts: Iterable[Act], on: date, people: Iterable[User], token: str) -> SafeString:
    return acts_html(acts, Asking(on, people, token))
