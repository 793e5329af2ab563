"""Background work in words: the step that it is at, and why it came to nothing."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from vernost.assessment.wording import judgement
from vernost.assessment.wording.errors import error_text
from vernost.assessment.wording.words import Words
from vernost.core.enums import JobState
from vernost.core.models import Job
from vernost.engine.errors import EngineError

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


def refusal_of(said: Words, job: Job) -> str:
    """Why the job did nothing; empty when it did something or is not over."""
    if job.state == JobState.FAILED:
        return gettext(
            "Something broke on our side, and nothing was stored. The last judgements stand. "
            "Tell who runs the program: job %(number)s."
        ) % {"number": job.pk}
    result = job.result or {}
    if "refused" in result:
        error = EngineError(result["refused"], **result["details"])
        return error_text(said, error) + " " + gettext("Nothing was stored; the last judgements stand.")
    if job.state == JobState.DONE and result.get("run", 0) is None:
        return gettext("There is no order yet, so there is nothing to judge by.")
    return ""
