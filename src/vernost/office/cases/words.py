"""Cases in the words of the page."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.assessment.enums import CaseState
from vernost.assessment.models import Case
from vernost.assessment.wording.signals import SIGNALS
from vernost.ui.html import Tone, badge

_TONES: dict[str, Tone] = {
    CaseState.OPEN: "accent",
    CaseState.SNOOZED: "neutral",
    CaseState.CLOSED: "neutral",
}


def reason_name(code: str, title: str = "") -> str:
    """The name of the signal, or what a person called it."""
    return title or (_(SIGNALS[code].name) if code in SIGNALS else _("Something else"))


def reason_of(case: Case) -> str:
    return reason_name(case.code, case.title)


def state_badge(case: Case) -> SafeString:
    """The state; an open case whose signal is gone asks for its end."""
    if case.state == CaseState.OPEN and case.gone_on is not None:
        return badge(_("signal is gone: close?"), "good")
    if case.state == CaseState.CLOSED:
        return badge(case.get_outcome_display())
    return badge(case.get_state_display(), _TONES[case.state])
