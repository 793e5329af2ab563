"""D5 Consider ending the relationship."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "falls_unexplained": SignalWords(
        _("Falls without an explanation"),
        _("Purchases fall (falling signals: {observed}), and nothing known explains it."),
        _("Ask for the reason plainly; without one, stop investing and look for a replacement."),
    ),
    "loss_making": SignalWords(
        _("Terms at a loss"),
        _("The client's terms mean a loss: {observed}."),
        _("Name the price below which you do not work; agree on new terms or part."),
        "money",
        "money",
        "money",
    ),
    "cost_rises": SignalWords(
        _("Takes more and more effort"),
        _(
            "The effort of serving grows (events judged: {observations}; trend {observed}, alarm from {threshold})."
        ),
        _("Find out what eats the time (approvals, disputes), agree on simpler rules or charge for them."),
        "strength",
        "strength",
        "strength",
    ),
    "free_work": SignalWords(
        _("Makes us work for nothing"),
        _("Works free of charge in the window: {observed} (too many from {threshold})."),
        _(
            "Thank for the trust and put a price on the next trial: the client has seen you at work often enough."
        ),
        threshold="count",
    ),
    "values_conflict": SignalWords(
        _("Values clash"),
        _("Conflicts of principles and values in the window: {observed}."),
        _("Talk it over at the level of the heads; where principles differ, part while it is still easy."),
    ),
    "decide_quickly": SignalWords(
        _("Decide quickly"),
        _("Reasons to end at once: {observed}."),
        _("Decide now whether to go on; do not spend more on mending."),
    ),
}
