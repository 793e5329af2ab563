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
