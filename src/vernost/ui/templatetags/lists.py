"""What the list templates need."""

from django import template
from django.http import QueryDict
from django.utils.safestring import SafeString

from vernost.ui.lists.filters import Options
from vernost.ui.lists.render import list_link, options

register = template.Library()


@register.simple_tag
def swap_link(url: str, text: str, css: str = "") -> SafeString:
    return list_link(url, text, css)


@register.simple_tag
def given(query: QueryDict, key: str, end: str = "") -> str:
    """The value of `key` in the address; with `end` that of `<key>_<end>`."""
    return query.get(f"{key}_{end}" if end else key, "")


@register.simple_tag
def is_given(query: QueryDict, key: str, value: str) -> bool:
    return value in query.getlist(key)


@register.simple_tag(name="options")
def options_of(offered: Options, query: QueryDict, key: str) -> SafeString:
    """What can be chosen, what the address chooses being marked."""
    return options(offered, query.getlist(key))
