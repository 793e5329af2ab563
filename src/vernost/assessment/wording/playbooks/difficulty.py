"""D2: a client gets into difficulty step by step; do not hope that it will pass, prepare and help (S2)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "orders_shrink": (
        Step(_("Ask how the client's business goes and what has become superfluous"), 5),
        Step(_("Offer a smaller or cheaper form of what is bought"), 14),
        Step(_("Prepare for the loss: who could replace this income?"), 30, "head", optional=True),
    ),
    "orders_rarer": (
        Step(_("Ask what the pause depends on and when the next need is expected"), 5),
        Step(_("Agree on the next order or on the day of the next talk"), 10),
    ),
    "silent": (
        Step(_("Call today: ask how things are, not whether they order"), 1),
        Step(_("Ask a second person on the client's side if the first cannot be reached"), 5),
        Step(_("Decide: win back, wait or let go"), 21, "head"),
    ),
    "pays_later": (
        Step(_("Ask about the money before the next due day, calmly"), 3),
        Step(_("Agree on a schedule of payments in writing"), 7),
        Step(_("Decide on prepayment for new orders"), 10, "head"),
    ),
    "extras_dropped": (
        Step(_("Ask why the extra services are not wanted any more: money or quality?"), 7),
        Step(_("Offer the one that costs least and helps most"), 21, optional=True),
    ),
}
