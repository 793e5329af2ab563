"""D7: a client who grows, asks or praises is a chance that passes if nobody takes it."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "orders_grow": (
        Step(_("Ask what stands behind the growth and what else will be needed"), 7),
        Step(_("Make sure that we can keep quality and days with more work"), 14, "service"),
    ),
    "orders_closer": (
        Step(_("Ask whether a standing order or a frame contract would be easier"), 10),
        Step(_("Thank for the trust"), 14, optional=True),
    ),
    "asks_more": (
        Step(_("Offer a meeting on everything that the client asks about"), 5),
        Step(_("Make an offer out of the questions"), 14),
    ),
    "new_service": (
        Step(_("Ask how the first experience with the new service was"), 7),
        Step(_("Show what goes well with it"), 21, optional=True),
    ),
    "ready_to_recommend": (
        Step(_("Thank, and ask for a review or a recommendation"), 5),
        Step(_("Ask who else has the same question and whether we may call"), 14),
        Step(_("Think of a present that is not money"), 30, "marketer", optional=True),
    ),
}
