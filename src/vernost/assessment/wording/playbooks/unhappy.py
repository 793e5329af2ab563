"""D1: hidden signs of discontent come before the open ones; who does not hear them loses the client (S2)."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.playbooks.step import Step

PLAYBOOKS = {
    "reaction_falls": (
        Step(_("Call instead of writing and ask what has changed"), 3),
        Step(_("Look through our last offers: did the client ask for any of them?"), 5),
        Step(_("Send one thing that the client really needs, and nothing else"), 14),
    ),
    "answers_slower": (
        Step(_("Find out whether the person, the plans or the opinion of us has changed"), 3),
        Step(_("Offer a short meeting with a question that only the client can answer"), 7),
        Step(_("Get to know a second person on the client's side"), 21, optional=True),
    ),
    "mood_falls": (
        Step(_("Ask openly what is wrong, before a complaint comes"), 2),
        Step(_("Have a talk between the heads"), 7, "head"),
        Step(_("Tell the client what was changed after the talk"), 21),
    ),
    "avoids_contact": (
        Step(_("Reach another person on the client's side"), 3),
        Step(_("Meet in person, without an offer in hand"), 10),
        Step(_("Call as the head and ask how satisfied they are with us"), 14, "head"),
    ),
    "trifle_refused": (
        Step(_("Do not argue about the trifle; write down what was refused and how"), 1),
        Step(_("Find the real cause in a personal talk"), 5),
        Step(_("Decide what we change and tell the client"), 10, "head"),
    ),
    "complaint_open": (
        Step(_("Answer the client today: who deals with it and by when"), 0),
        Step(_("Check whether the complaint is justified and decide"), 3, "head"),
        Step(_("Tell the decision and its reasons, also when it is a no"), 5),
        Step(_("Ask after two weeks whether the client is content with the answer"), 19),
    ),
    "complaints_rise": (
        Step(_("Go through the complaints of the last months and name the common cause"), 3),
        Step(_("Decide how the cause is mended and who does it"), 7, "head"),
        Step(_("Tell the client what was changed"), 14),
    ),
    "returns_rise": (
        Step(_("Find out what comes back and why"), 3),
        Step(_("Check the quality of what goes to this client next"), 7, "service"),
        Step(_("Replace without discussion and ask whether all is well now"), 10),
    ),
    "rating_low": (
        Step(_("Call, thank for the openness and ask what went wrong"), 1),
        Step(_("Decide what we change"), 5, "head"),
        Step(_("Come back with what was changed and ask for a new rating"), 21),
    ),
}
