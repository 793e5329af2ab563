"""Names of the steps of an assessment, for the progress bar."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.cli.language import gettext

STEPS = {
    "check": _("Checking the tables"),
    "days": _("Gathering purchases"),
    "history": _("Reading histories"),
    "rhythm": _("Finding rhythms"),
    "outlook": _("Fitting the outlook"),
    "facts": _("Gathering facts"),
    "judgement": _("Judging clients"),
    "signals": _("Looking for signals"),
    "company": _("Summing up the company"),
    "done": _("Done"),
}


def step_name(code: str) -> str:
    return gettext(STEPS[code]) if code in STEPS else code
