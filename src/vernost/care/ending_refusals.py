"""Why a step of an ending was not taken, in words: what happened, that nothing was changed, what to do."""

from django.utils.translation import gettext as _

from vernost.care.actions.ending import UnableToDecide, UnableToFinish


def refusal_text(refused: UnableToDecide | UnableToFinish) -> str:
    if isinstance(refused, UnableToFinish):
        missing = "; ".join(str(item.label) for item in refused.missing)
        return _("To be done first: %(missing)s. Nothing was changed.") % {"missing": missing}
    match refused.code:
        case "no_right":
            return _("A director or the head of the owner's team decides. Nothing was changed.")
        case "no_reason":
            return _("Say why. Nothing was changed.")
        case "chance_open":
            return _("The client may still answer to the last chance. Nothing was changed.")
        case "open":
            return _("An ending with this client is open already. Nothing was changed; go on with it.")
        case _code:
            return _("The ending has gone on since you opened the page. Nothing was changed.")
