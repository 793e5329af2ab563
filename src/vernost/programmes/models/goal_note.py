from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable, Sampled
from vernost.programmes.models.goal import Goal


class GoalNote(Sampled, Removable):
    """What was seen or decided on the way to a goal; `link` leads to what was done about it."""

    goal = models.ForeignKey(
        Goal, models.CASCADE, related_name="notes", verbose_name=_("goal"), db_index=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author")
    )
    noted_on = models.DateField(_("day"))
    text = models.TextField(_("note"))
    is_decision = models.BooleanField(_("a decision"), default=False)
    link = models.CharField(_("where it is done"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("note on a goal")
        verbose_name_plural = _("notes on goals")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["goal", "-noted_on", "-id"], name="goal_note_by_goal")
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(text=""), name="goal_note_has_text")
        ]

    def __str__(self) -> str:
        return self.text[:80]
