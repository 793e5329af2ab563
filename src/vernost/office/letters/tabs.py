"""The pages of letters, beside one another."""

from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may
from vernost.office.shell.tabs import Tabs, tabs_of


def tabs_for(user: User, current: str) -> Tabs:
    pages = [("letters", _("Letters")), ("mailings", _("Mailings"))]
    if may(user, Action.WRITE_LETTER):
        pages.append(("letter_templates", _("Templates")))
    pages.append(("outlet", _("Sending")))
    return tabs_of(pages, current)
