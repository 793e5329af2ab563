"""The left menu: one line per page, shown to whose role may use it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class MenuItem:
    """`url_name` without arguments; the item is current on every address that begins with its own."""

    url_name: str
    label: "_StrPromise"
    icon: str
    action: Action


MENU = (
    MenuItem("today", _("Today"), "sun", Action.VIEW_CLIENT),
    MenuItem("touches", _("Communications"), "calendar", Action.VIEW_CLIENT),
    MenuItem("clients", _("Clients"), "people", Action.VIEW_CLIENT),
    MenuItem("client_map", _("Map"), "map", Action.VIEW_MONEY),
    MenuItem("client_board", _("Board"), "board", Action.VIEW_CLIENT),
    MenuItem("questions", _("To decide"), "check", Action.VIEW_CLIENT),
    MenuItem("loyalty", _("Loyalty"), "heart", Action.VIEW_CLIENT),
    MenuItem("reviews", _("Reviews"), "walk", Action.REVIEW),
    MenuItem("portfolio", _("Portfolio"), "chart", Action.VIEW_COMPANY),
    MenuItem("resources", _("Economics"), "scales", Action.VIEW_MONEY),
    MenuItem("cases", _("Signals"), "bell", Action.VIEW_CLIENT),
    MenuItem("policies", _("Policies"), "shield", Action.VIEW_CLIENT),
    MenuItem("win_backs", _("Winning back"), "back", Action.VIEW_CLIENT),
    MenuItem("assessments", _("Assessments"), "scales", Action.ASSESS),
    MenuItem("method", _("Definitions"), "sliders", Action.CHANGE_SETTINGS),
    MenuItem("data", _("Data"), "boxes", Action.EXPORT),
    MenuItem("people", _("Settings"), "gear", Action.MANAGE_PEOPLE),
    MenuItem("audit", _("Audit log"), "log", Action.VIEW_AUDIT),
)


@dataclass(frozen=True)
class Link:
    url: str
    label: str
    icon: str
    current: bool


def menu_for(user: User, path: str) -> list[Link]:
    shown = [(item, reverse(item.url_name)) for item in MENU if may(user, item.action)]
    return [Link(url, str(item.label), item.icon, _is_current(url, path)) for item, url in shown]


def _is_current(url: str, path: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))
