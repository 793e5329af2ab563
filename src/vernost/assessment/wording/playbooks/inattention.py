"""D6: most who leave do so because nobody cared (S0)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "no_touch": (
        Step(_("Call and ask how things are, without an offer"), 2),
        Step(_("Agree on how often we are in touch"), 7),
    ),
    "promise_open": (
        Step(_("Keep the promise today, or call and name the new day"), 0),
        Step(_("Find out why it was forgotten"), 5, "head", optional=True),
    ),
    "inquiry_unanswered": (
        Step(_("Answer today, even if only to say when the full answer comes"), 0),
        Step(_("Make sure that the full answer has reached the client"), 3),
    ),
    "no_feedback": (
        Step(_("Ask how the last order went and write down the rating"), 3),
        Step(_("Pass praise and blame on to whoever did the work"), 7, optional=True),
    ),
}
