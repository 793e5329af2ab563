"""The pages of letters, beside one another."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vernost.core.access import Action
from vernost.core.models import User
from vernost.office.shell.access import may


def tabs_for(user: User, current: str) -> list[tuple[str, str, bool]]:
    pages = [("letters", _("Letters")), ("mailings", _("Mailings"))]
    if may(user, Action.WRITE_LETTER):
        pages.append(("letter_templates", _("Templates")))
    pages.append(("outlet", _("Sending")))
    return [(label, reverse(name), name == current) for name, label in pages]
