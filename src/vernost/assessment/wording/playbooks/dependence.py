"""D4: a fifth of the income from one client endangers the whole company (S2)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "dependence": (
        Step(_("Work out what happens to profit and people if this client leaves"), 7, "head"),
        Step(_("Write a plan for widening the portfolio: which clients, by when"), 21, "director"),
        Step(_("Bring contacts with the client on to three levels"), 30),
        Step(_("Look at the share again and correct the plan"), 90, "head"),
    ),
}
