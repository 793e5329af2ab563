"""D2 The client is in difficulty."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "orders_shrink": SignalWords(
        _("Orders get smaller"),
        _(
            "Sums fall from purchase to purchase (purchases judged: {observations}; trend {observed}, alarm from {threshold})."
        ),
        _(
            "Ask how business is going; offer a smaller or cheaper form of the service before a competitor does."
        ),
        "strength",
        "strength",
        "strength",
    ),
    "orders_rarer": SignalWords(
        _("Orders get rarer"),
        _(
            "The time between purchases grows (purchases judged: {observations}; "
            "trend {observed}, alarm from {threshold})."
        ),
        _(
            "Call to learn the plans for the next months; look for clients who would fill the gap in good time."
        ),
        "strength",
        "strength",
        "strength",
    ),
    "silent": SignalWords(
        _("Silent for too long"),
        _("Silent for {observed}; the usual interval is {expected}, the alarm comes at {threshold}."),
        _("Call now: ask how things are, remind of yourself, learn whether somebody else has the order."),
        "days",
        "days",
        "days",
    ),
    "pays_later": SignalWords(
        _("Pays later and later"),
        _(
            "Payments come later each time (invoices judged: {observations}; trend {observed}, alarm from {threshold})."
        ),
        _("Talk about the debts before they grow; agree on a payment plan, take prepayment for new work."),
        "strength",
        "strength",
        "strength",
    ),
    "extras_dropped": SignalWords(
        _("Gives up extra services"),
        _("Extra services lately: {observed}; at the earlier rate there would be {expected}."),
        _("Ask whether they are no longer needed or no longer affordable; offer what fits now."),
    ),
}
