"""Names of the steps of background work, as progress shows them."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from vernost.assessment.wording import judgement

_STEPS = {
    "check": _("checking the data"),
    "days": _("purchase days"),
    "history": _("histories"),
    "rhythm": _("rhythm"),
    "outlook": _("outlook"),
    "facts": _("facts"),
    "judgement": _("judgement"),
    "signals": _("signals"),
    "company": _("the company"),
    "done": _("done"),
    "store": _("writing"),
}


def step_name(code: str) -> str:
    """In words; a table that is being read is named as such."""
    if code in _STEPS:
        return gettext(_STEPS[code])
    if code in judgement.TABLES:
        return gettext("reading: %(table)s") % {"table": gettext(judgement.TABLES[code])}
    return ""
