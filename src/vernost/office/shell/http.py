"""The request as our views see it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from vernost.core.models import User


class Request(HttpRequest):
    """A request of a person who has logged in: `user` is never anonymous."""

    user: User
    htmx: HtmxDetails
