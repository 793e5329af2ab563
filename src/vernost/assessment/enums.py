from django.db import models
from django.utils.translation import gettext_lazy as _


class Why(models.TextChoices):
    """What set an assessment going."""

    ASKED = "asked", _("asked for")
    IMPORT = "import", _("after an import")
    NIGHTLY = "nightly", _("every night")
    PAST = "past", _("a past day, for the movement")
    METHOD = "method", _("after a change of the method")


class Verdict(models.TextChoices):
    """What a person says of a signal."""

    REAL = "real", _("real")
    FALSE = "false", _("false alarm")


class Staffing(models.TextChoices):
    """Who of ours serves the clients of a group."""

    BEST = "best", _("our best people")
    SUITABLE = "suitable", _("who suits the matter")
    FREE = "free", _("who is free")


class Subject(models.TextChoices):
    """What is proposed by the program and decided by a person; each value is a column of ClientAssessment."""

    GROUP = "group", _("Group")
    STAGE = "stage", _("Stage")
    LOYALTY = "loyalty", _("Loyalty")


class Over(models.TextChoices):
    """Why a decision is not the last word any more."""

    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced by another decision")
    ACCEPTED = "accepted", _("the program's proposal was accepted")


class Asks(models.TextChoices):
    """Why a person is asked to decide."""

    RAN_OUT = "ran_out", _("the decision ran out")
    CHANGED = "changed", _("the program proposes something new")
    CONFIRM = "confirm", _("the proposal wants a person's word")


class Flow(models.TextChoices):
    """Where a buyer stands in the balance of S3; the codes are those of the engine's step `company`."""

    NEW = "new", _("new")
    REGULAR = "regular", _("regular clients")
    LEAVING = "leaving", _("leaving")
    OTHER = "other", _("the others")
    NONE = "none", _("have not bought yet")
