"""What every page of the office knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from vernost.core.access import Action
from vernost.office.shell.access import may
from vernost.office.shell.menu import menu_for


def shell(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"theme": "system"}
    # A partial shows no menu.
    if getattr(request, "htmx", False):
        return {}
    return {
        "menu": menu_for(user, request.path),
        "theme": user.theme,
        "is_demo": settings.VERNOST_DEMO,
        "may_log": may(user, Action.LOG_INTERACTION),
    }
