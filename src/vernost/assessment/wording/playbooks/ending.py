"""D5: when to think of ending; several reasons at once: decide quickly and save the strength (S2)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "falls_unexplained": (
        Step(_("Ask directly why the client buys less; write down the arguments or that there are none"), 5),
        Step(_("Find out whether somebody else has our part"), 10),
        Step(_("Decide how much strength we go on spending here"), 21, "head"),
    ),
    "loss_making": (
        Step(_("Work out the price below which we do not work"), 3),
        Step(_("Talk about new terms, with the figures on the table"), 10),
        Step(_("No new order at a loss without the director's word"), 10, "director"),
    ),
    "cost_rises": (
        Step(_("Find out what eats the time: approvals, disputes, too many people"), 7),
        Step(_("Agree on simpler rules: one person who decides, one round of corrections"), 14),
        Step(_("Put a price on what goes beyond them"), 21, "head"),
    ),
    "free_work": (
        Step(_("Count what the free work has cost us"), 5),
        Step(_("Name the price of the next trial: the client has seen us at work often enough"), 10),
    ),
    "values_conflict": (
        Step(_("Write down what happened, in facts"), 1),
        Step(_("Talk it over between the heads"), 5, "head"),
        Step(_("Decide whether we go on; principles are not for sale"), 10, "director"),
    ),
    "decide_quickly": (
        Step(_("Put all grounds on one page"), 2),
        Step(_("Decide: last chance with new terms, or the end"), 5, "director"),
        Step(_("Tell the client politely and hand over what is open"), 14, "head"),
    ),
}
