"""D7 A chance."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "orders_grow": SignalWords(
        _("Orders grow"),
        _(
            "Sums grow from purchase to purchase (purchases judged: {observations}; trend {observed}, from {threshold})."
        ),
        _("Give the best people, thank, and offer what the client will need next."),
        "strength",
        "strength",
        "strength",
    ),
    "orders_closer": SignalWords(
        _("Orders come more often"),
        _(
            "The time between purchases gets shorter (purchases judged: {observations}; "
            "trend {observed}, from {threshold})."
        ),
        _("Agree on a standing order or special terms; see that quality keeps up with the pace."),
        "strength",
        "strength",
        "strength",
    ),
    "asks_more": SignalWords(
        _("Asks for advice more often"),
        _("Inquiries lately: {observed}; at the earlier rate there would be {expected}."),
        _("Answer generously: advice asked for is an order to come."),
    ),
    "new_service": SignalWords(
        _("Buys a new kind of service"),
        _("Kinds of service bought for the first time lately: {observed}."),
        _("Ask how the first time went, and introduce the people who do this work."),
    ),
    "ready_to_recommend": SignalWords(
        _("Ready to recommend us"),
        _("The last NPS answer is {observed} of 10."),
        _("Thank, and ask whom else you could help; tell what came of earlier recommendations."),
        "mark",
        "mark",
        "mark",
        _("Recommendations and referrals in the window: {observed}."),
    ),
}
