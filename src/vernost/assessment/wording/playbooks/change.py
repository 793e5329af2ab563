"""D3: people tire of each other and new people bring their own suppliers: bring something new first (S2)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "same_pair": (
        Step(_("Bring a colleague to the next meeting"), 21),
        Step(_("Think of something new for this client: a service, a way of working, an idea"), 30),
        Step(_("Ask whether a change of the person would be welcome"), 45, "head", optional=True),
    ),
    "contact_changed": (
        Step(_("Introduce yourself to the new person within the week"), 5),
        Step(_("Write down the level and the influence of the new person on the card"), 7),
        Step(
            _("Ask the former person for a recommendation, and where he or she has gone"), 14, optional=True
        ),
        Step(_("Tell the new person what was agreed on and what we have done so far"), 14),
    ),
    "management_changed": (
        Step(_("Ask for an introduction to the new management"), 5, "head"),
        Step(_("Find out what the new management is judged by"), 14),
        Step(_("Show in one page what we have done for the client"), 21),
    ),
    "ownership_changed": (
        Step(_("Find out who the new owner is and who serves his other companies"), 5),
        Step(_("Meet the new owner"), 14, "director"),
        Step(_("Look through the contract: what ends when the owner changes?"), 14),
    ),
    "strategy_changed": (
        Step(_("Ask what the client wants to reach now"), 7),
        Step(_("Go through our services: which fit, which do not any more"), 14),
        Step(_("Offer a plan for the next year that fits the new strategy"), 30, "head"),
    ),
    "market_changed": (
        Step(_("Find out what the change of the market means for the client"), 14),
        Step(_("Share what other clients do about it, without names"), 21, optional=True),
    ),
}
