"""D3 The client wants a change."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "same_pair": SignalWords(
        _("Tired of each other"),
        _("Served by the same person for {observed} with nothing new bought."),
        _("Bring a second person and a fresh idea: a new service, a meeting of the heads, a joint project."),
        "days",
        "days",
        "days",
    ),
    "contact_changed": SignalWords(
        _("The contact person has changed"),
        _("The contact person changed lately (times: {observed})."),
        _("Meet the new person soon, tell what was done and agreed, listen to what is expected now."),
    ),
    "management_changed": SignalWords(
        _("The management has changed"),
        _("The management changed lately (times: {observed})."),
        _("Ask for a meeting of the heads; show results, learn the new aims."),
    ),
    "ownership_changed": SignalWords(
        _("The owners have changed"),
        _("The owners changed lately (times: {observed})."),
        _("Find out who decides now, and prepare for a tender; do not count on old agreements."),
    ),
    "strategy_changed": SignalWords(
        _("The strategy has changed"),
        _("The strategy changed lately (times: {observed})."),
        _("Learn what will be needed and what will not; fit the offer to the new aims."),
    ),
    "market_changed": SignalWords(
        _("The client's market has changed"),
        _("The client's market changed lately (times: {observed})."),
        _("Share what you know of the market, and offer help where it is hardest now."),
    ),
}
