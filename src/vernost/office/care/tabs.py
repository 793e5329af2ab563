"""The pages of communications, beside one another."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may


def tabs_for(user: User, current: str) -> list[tuple[str, str, bool]]:
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
    return [(label, reverse(name), name == current) for name, label in pages]
