"""The pages of communications, beside one another."""

from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may
from vernost.office.shell.tabs import Tabs, tabs_of


def tabs_for(user: User, current: str) -> Tabs:
    pages = [
        ("touches", _("Touches")),
        ("standard", _("Standard")),
        ("kept", _("Plan and fact")),
        ("week", _("Week ahead")),
        ("calendar", _("Calendar")),
        ("feed", _("In my calendar")),
    ]
    if may(user, Action.CHANGE_STANDARD):
        pages.append(("care_settings", _("Limits")))
    return tabs_of(pages, current)
