"""Django's tag `url`, from a pattern that is looked up once: a page has up to a hundred."""

from typing import Any

from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch

from vernost.core.addresses import address


def url(parser: Parser, token: Token) -> "UrlNode":
    node = django_url(parser, token)
    return UrlNode(node.view_name, node.args, node.kwargs, node.asvar)


class UrlNode(URLNode):
    """What has other arguments than numbers is Django's."""

    def render(self, context: Context) -> str:
        numbers: list[Any] = [one.resolve(context) for one in self.args]
        name = self.view_name.resolve(context)
        if not name or self.kwargs or any(type(one) is not int for one in numbers):
            return super().render(context)
        try:
            found = address(name, *numbers)
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return found
