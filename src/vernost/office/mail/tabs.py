"""The pages of mail, beside one another."""

from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may
from vernost.office.shell.tabs import Tabs, tabs_of


def tabs_for(user: User, current: str) -> Tabs:
    pages = [("my_mail", _("Letters")), ("strangers", _("Unknown addresses")), ("mailbox", _("My mailbox"))]
    if may(user, Action.CHANGE_SETTINGS):
        pages.append(("mailboxes", _("Mailboxes of the company")))
    return tabs_of(pages, current)
