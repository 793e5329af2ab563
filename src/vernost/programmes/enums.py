from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vernost.voice.enums import Channel, InteractionKind


class IdeaArea(models.TextChoices):
    """What an idea would mend."""

    GOODS = "goods", _("what we sell")
    WORK = "work", _("how we work")
    TALK = "talk", _("how we talk to clients")
    TERMS = "terms", _("prices and terms")
    PEOPLE = "people", _("our people")
    OTHER = "other", _("something else")


class IdeaState(models.TextChoices):
    NEW = "new", pgettext_lazy("idea", "new")
    DISCUSSED = "discussed", pgettext_lazy("idea", "being discussed")
    ACCEPTED = "accepted", pgettext_lazy("idea", "accepted")
    DECLINED = "declined", pgettext_lazy("idea", "declined")
    DONE = "done", pgettext_lazy("idea", "done")


# Nobody has answered these yet.
UNANSWERED = (IdeaState.NEW, IdeaState.DISCUSSED)


class PlanState(models.TextChoices):
    DRAFT = "draft", _("draft")
    RUNNING = "running", _("running")
    REVIEWED = "reviewed", _("reviewed, runs on")
    FINISHED = "finished", _("finished")


# Plans by which people work now.
LIVE = (PlanState.RUNNING, PlanState.REVIEWED)
UNFINISHED = (PlanState.DRAFT, *LIVE)


class Lacking(models.TextChoices):
    """What a draft needs before people can work by it."""

    AIM = "aim", _("an aim in words")
    NUMBER = "number", _("a number with a target")
    REVIEW = "review", _("the day of the first review")


class AimKind(models.TextChoices):
    RELATION = "relation", _("the relationship")
    JOINT_PROJECT = "joint", _("a joint project with the client")


class Standing(models.TextChoices):
    """How a number stands against its target."""

    REACHED = "reached", _("reached")
    ON_TRACK = "on_track", _("on track")
    BEHIND = "behind", _("behind")
    UNKNOWN = "unknown", _("not known")


class Counted(models.IntegerChoices):
    """Days up to which a number looks back. The same length at the start, now and at the end, so that they compare."""

    QUARTER = 91, _("the last quarter")
    HALF = 182, _("the last half-year")
    YEAR = 365, _("the last year")


class ActionKind(models.TextChoices):
    CALL = "call", _("call")
    MEETING = "meeting", _("meeting")
    LETTER = "letter", _("letter")
    MESSAGE = "message", _("message")
    OFFER = "offer", _("offer")
    EVENT = "event", _("event")
    JOINT_PROJECT = "joint", _("joint project")
    WORK = "work", _("our own work")


# What is written down as a contact once it is done, and by which way it is meant.
AS_CONTACT: dict[str, tuple[InteractionKind, Channel]] = {
    ActionKind.CALL: (InteractionKind.CALL, Channel.TELEPHONE),
    ActionKind.MEETING: (InteractionKind.MEETING, Channel.IN_PERSON),
    ActionKind.LETTER: (InteractionKind.LETTER, Channel.MAIL),
    ActionKind.MESSAGE: (InteractionKind.MESSAGE, Channel.MESSENGER),
    ActionKind.OFFER: (InteractionKind.OFFER, Channel.MAIL),
    ActionKind.EVENT: (InteractionKind.EVENT, Channel.IN_PERSON),
    ActionKind.JOINT_PROJECT: (InteractionKind.MEETING, Channel.IN_PERSON),
}


class ActionState(models.TextChoices):
    PLANNED = "planned", _("planned")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class TargetHow(models.TextChoices):
    """How a template turns the start into a target."""

    PLUS = "plus", _("more than at the start by")
    TIMES = "times", _("times as much as at the start")
    TO = "to", _("the number itself")


class GoalScope(models.TextChoices):
    """Whose clients a goal or a scorecard counts."""

    COMPANY = "company", _("the whole company")
    TEAM = "team", _("a team")
    PERSON = "person", _("a person")
    SEGMENT = "segment", _("a segment")


class GoalState(models.TextChoices):
    """How a goal stands; kept by the nightly counting (goal_state.py says by which rules)."""

    REACHED = "reached", pgettext_lazy("goal", "reached")
    ON_TRACK = "on_track", pgettext_lazy("goal", "on track")
    AT_RISK = "at_risk", pgettext_lazy("goal", "at risk")
    MISSED = "missed", pgettext_lazy("goal", "missed")
    UNKNOWN = "unknown", pgettext_lazy("goal", "not known")
