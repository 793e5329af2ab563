"""D1 The client is unhappy."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "reaction_falls": SignalWords(
        _("Reacts less and less"),
        _(
            "The reaction to our contacts weakens (contacts judged: {observations}; "
            "trend {observed}, alarm from {threshold})."
        ),
        _("Call rather than write, ask openly what has changed, and send only what was asked for."),
        "strength",
        "strength",
        "strength",
    ),
    "answers_slower": SignalWords(
        _("Answers ever more slowly"),
        _(
            "Answers take longer and longer (answers judged: {observations}; trend {observed}, alarm from {threshold})."
        ),
        _("Find out whether the person, the plans or the opinion of us has changed; offer a short meeting."),
        "strength",
        "strength",
        "strength",
    ),
    "mood_falls": SignalWords(
        _("The mood gets worse"),
        _(
            "The mood of contacts falls (contacts judged: {observations}; trend {observed}, alarm from {threshold})."
        ),
        _("Ask what is wrong before a complaint comes; let somebody with the right to decide make the call."),
        "strength",
        "strength",
        "strength",
    ),
    "avoids_contact": SignalWords(
        _("Avoids contact"),
        _("Contacts from the client lately: {observed}; at the earlier rate there would be {expected}."),
        _("Reach other people on the client's side as well; ask in person whether all is well."),
    ),
    "trifle_refused": SignalWords(
        _("Hard refusals on trifles"),
        _("Hard refusals on a trifle lately: {observed}."),
        _("Do not argue about the trifle: look for the real cause in a personal talk."),
    ),
    "complaint_open": SignalWords(
        _("An open complaint"),
        _("Open complaints: {observed}."),
        _(
            "Answer today, name the person and the day of the decision, tell what is being done; follow up even on a no."
        ),
    ),
    "complaints_rise": SignalWords(
        _("Complaints become more frequent"),
        _("Complaints lately: {observed}; at the earlier rate there would be {expected}."),
        _(
            "Go through the complaints one by one, mend the common cause, and tell the client what was changed."
        ),
    ),
    "returns_rise": SignalWords(
        _("Returns become more frequent"),
        _("Returns lately: {observed}; at the earlier rate there would be {expected}."),
        _("Find out what is returned and why; check quality, replace without discussion."),
    ),
    "rating_low": SignalWords(
        _("A low rating"),
        _("The last rating is {observed} (a warning at {threshold} and below)."),
        _("Call, thank for the openness, ask what went wrong, and come back with what was changed."),
        "mark",
        "mark",
        "mark",
    ),
}
