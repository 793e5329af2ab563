"""The left menu: one line per page, shown to whose role may use it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vernost.core.access import Action
from vernost.core.addresses import address
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


@dataclass(frozen=True)
class MenuPart:
    heading: "_StrPromise"
    items: tuple[MenuItem, ...]


# Each part has its heading; what a newcomer needs first stands first.
MENU = (
    MenuPart(
        _("Every day"),
        (
            MenuItem("today", _("Today"), "sun", Action.VIEW_CLIENT),
            MenuItem("touches", _("Communications"), "calendar", Action.VIEW_CLIENT),
            MenuItem("my_mail", _("Mail"), "mail", Action.VIEW_CLIENT),
            MenuItem("questions", _("To decide"), "check", Action.VIEW_CLIENT),
            MenuItem("cases", _("Signals"), "bell", Action.VIEW_CLIENT),
            MenuItem("reviews", _("Reviews"), "walk", Action.REVIEW),
        ),
    ),
    MenuPart(
        _("Clients"),
        (
            MenuItem("clients", _("Clients"), "people", Action.VIEW_CLIENT),
            MenuItem("key_clients", _("Key clients"), "star", Action.VIEW_KEY_CLIENTS),
            MenuItem("plans", _("Plans"), "flag", Action.VIEW_CLIENT),
            MenuItem("client_map", _("Map"), "map", Action.VIEW_MONEY),
            MenuItem("client_board", _("Board"), "board", Action.VIEW_CLIENT),
            MenuItem("loyalty", _("Loyalty"), "heart", Action.VIEW_CLIENT),
            MenuItem("letters", _("Letters to clients"), "letter", Action.VIEW_CLIENT),
            MenuItem("win_backs", _("Winning back"), "back", Action.VIEW_CLIENT),
        ),
    ),
    MenuPart(
        _("Company"),
        (
            MenuItem("portfolio", _("Portfolio"), "chart", Action.VIEW_COMPANY),
            MenuItem("resources", _("Economics"), "scales", Action.VIEW_MONEY),
            MenuItem("goals", _("Goals"), "target", Action.VIEW_CLIENT),
            MenuItem("scorecards", _("Scorecards"), "card", Action.VIEW_SCORECARD),
            MenuItem("ideas", _("Ideas"), "bulb", Action.VIEW_CLIENT),
            MenuItem("policies", _("Policies"), "shield", Action.VIEW_CLIENT),
        ),
    ),
    MenuPart(
        _("How it works here"),
        (
            MenuItem("assessments", _("Assessments"), "scales", Action.ASSESS),
            MenuItem("method", _("Definitions"), "sliders", Action.CHANGE_SETTINGS),
            MenuItem("data", _("Data"), "boxes", Action.EXPORT),
            MenuItem("people", _("Settings"), "gear", Action.MANAGE_PEOPLE),
            MenuItem("audit", _("Audit log"), "log", Action.VIEW_AUDIT),
        ),
    ),
)


@dataclass(frozen=True)
class Link:
    url: str
    label: str
    icon: str
    current: bool


@dataclass(frozen=True)
class Part:
    heading: str
    links: tuple[Link, ...]


def menu_for(user: User, path: str) -> tuple[Part, ...]:
    """What `user` may open, part by part; a part in which he may open nothing is left out."""
    parts = [(part, [item for item in part.items if may(user, item.action)]) for part in MENU]
    return tuple(
        Part(str(part.heading), tuple(_link(item, path) for item in allowed))
        for part, allowed in parts
        if allowed
    )


def _link(item: MenuItem, path: str) -> Link:
    url = address(item.url_name)
    return Link(url, str(item.label), item.icon, path == url or (url != "/" and path.startswith(url)))
