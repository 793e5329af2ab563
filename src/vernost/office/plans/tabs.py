"""The pages of plans, beside one another."""

from django.utils.translation import gettext as _

from vernost.office.shell.tabs import Tabs, tabs_of


def plan_tabs(current: str) -> Tabs:
    pages = [
        ("key_clients", _("Key clients")),
        ("plans", _("Plans")),
        ("plan_numbers", _("Numbers")),
        ("plan_templates", _("Templates")),
    ]
    return tabs_of(pages, current)
