"""An idea's state and author in words."""

from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vernost.programmes.enums import IdeaState
from vernost.programmes.models import Idea
from vernost.ui import formats
from vernost.ui.html import Tone, badge

_TONES: dict[str, Tone] = {
    IdeaState.NEW: "accent",
    IdeaState.ACCEPTED: "warn",
    IdeaState.DONE: "good",
}


def state_badge(idea: Idea) -> SafeString:
    return badge(idea.get_state_display(), _TONES.get(idea.state, "neutral"))


def author_of(idea: Idea) -> str:
    return idea.author.name if idea.author else _("without a name")


def waits_since(idea: Idea, on: date) -> str:
    """By when an answer is promised, or that the day is past."""
    due = idea.answer_due_on
    said = _("An answer was promised by %(day)s.") if due < on else _("An answer is promised by %(day)s.")
    return said % {"day": formats.day(due)}
