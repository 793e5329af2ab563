"""Why a person's word was not taken: what happened, that nothing was decided, what to do."""

from vernost.assessment.wording.catalogue import gettext_noop as _

# By the codes of UnableToDecide (actions/decision.py).
UNABLE_TO_DECIDE = {
    "not_judged": _("Nobody has judged this client yet. Nothing was decided; wait for the next assessment."),
    "unknown_value": _("There is no such value. Nothing was decided; choose one of the list."),
    "past_day": _("This day is past. Nothing was decided; choose today or a later day."),
    "no_reason": _("The program says otherwise: write why. Nothing was decided yet."),
}
# By the codes of UnableToReview (actions/review.py).
UNABLE_TO_REVIEW = {
    "open": _("There is a review of these clients that is not finished. Nothing was begun; take it up."),
    "nobody": _("This person has no clients. Nothing was begun; choose somebody else."),
    "over": _("This review is finished. Nothing was changed."),
}
