"""The pages of mail, beside one another."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may


def tabs_for(user: User, current: str) -> list[tuple[str, str, bool]]:
    pages = [("my_mail", _("Letters")), ("strangers", _("Unknown addresses")), ("mailbox", _("My mailbox"))]
    if may(user, Action.CHANGE_SETTINGS):
        pages.append(("mailboxes", _("Mailboxes of the company")))
    return [(label, reverse(name), name == current) for name, label in pages]
