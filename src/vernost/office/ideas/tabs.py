"""The pages of ideas, beside one another."""

from django.utils.translation import gettext as _

from vernost.office.shell.tabs import Tabs, tabs_of


def idea_tabs(current: str) -> Tabs:
    return tabs_of([("ideas", _("Ideas")), ("working_groups", _("Working groups"))], current)
