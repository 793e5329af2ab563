"""D6 We are inattentive."""

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.signals.signal_words import SignalWords

WORDS = {
    "no_touch": SignalWords(
        _("Nobody has been in touch"),
        _("The last contact was {observed} ago; the standard is {threshold}."),
        _("Call between orders and ask how things are: most clients leave because nobody cared."),
        "days",
        "days",
        "days",
    ),
    "promise_open": SignalWords(
        _("A promise is not kept"),
        _("The oldest open promise is {observed} old; it should be kept within {threshold}."),
        _("Keep it today or call, say why not and name the new day."),
        "days",
        "days",
        "days",
    ),
    "inquiry_unanswered": SignalWords(
        _("An inquiry without an answer"),
        _("The oldest inquiry has waited {observed} for an answer; {threshold} is the limit."),
        _("Answer today, even if only to say when the full answer comes."),
        "days",
        "days",
        "days",
    ),
    "no_feedback": SignalWords(
        _("No word after the order"),
        _("The last order was {observed} ago, and nobody asked how it went (within {threshold})."),
        _(
            "Ask for a rating of the quality, the relations and the solving of questions; talk the result over."
        ),
        "days",
        "days",
        "days",
    ),
}
