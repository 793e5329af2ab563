"""D4 We depend on the client."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "dependence": SignalWords(
        _("We depend on this client"),
        _("Gives {observed} of our revenue; from {threshold} on it is a danger."),
        _("Widen the portfolio at once; have a plan for the day this client leaves, however safe it seems."),
        "percent",
        "percent",
        "percent",
    ),
}
