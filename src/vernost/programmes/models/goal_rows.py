from django.db import models
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Concluded
from vernost.programmes.models.goal import Goal


class GoalRows(Concluded):
    """What the number of a goal was made from when it was counted: `based_on` rows, of which the latest are kept in
    `rows` as [day, number of the client, what the row adds or null, kind of record, its number].
    """

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="counted_rows", verbose_name=_("goal"))
    based_on = models.PositiveIntegerField(_("rows"), default=0)
    rows = models.JSONField(_("latest rows"), default=list)

    class Meta:
        verbose_name = _("rows of a goal")
        verbose_name_plural = _("rows of goals")

    def __str__(self) -> str:
        return f"{self.goal_id}: {self.based_on}"
