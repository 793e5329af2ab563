from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Concluded
from vernost.core.models.fields import MoneyField
from vernost.programmes.enums import GoalScope
from vernost.programmes.measures.measure import Unknown


class MonthlyValue(Concluded):
    """A measure of some clients on the last counted day of a month: pages of goals and scorecards read these rows and
    count nothing. `subject` is the number of the team, person or segment, 0 for the company.
    """

    measure = models.CharField(_("measure"), max_length=30)
    scope = models.CharField(_("whose clients"), max_length=10, choices=GoalScope)
    subject = models.PositiveBigIntegerField(_("number"), default=0)
    month_on = models.DateField(_("month"))
    counted_on = models.DateField(_("counted on"))
    number = MoneyField(_("value"), null=True, blank=True)
    unknown = models.CharField(max_length=20, choices=Unknown, blank=True)
    based_on = models.PositiveIntegerField(_("rows"), default=0)

    class Meta:
        verbose_name = _("monthly value")
        verbose_name_plural = _("monthly values")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["scope", "subject", "measure", "month_on"], name="monthly_value_once"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=False, unknown="") | Q(number=None) & ~Q(unknown=""),
                name="monthly_value_known_or_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.month_on:%Y-%m}: {self.number}"
