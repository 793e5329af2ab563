from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
