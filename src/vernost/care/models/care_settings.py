from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CareSettings(models.Model):
    """How much is not importunate, and how much a person can do: one row, number 1."""

    cap_touches = models.PositiveSmallIntegerField(_("a client hears from us at most, times"), default=3)
    cap_days = models.PositiveSmallIntegerField(_("within so many days"), default=30)
    former_per_year = models.PositiveSmallIntegerField(_("a former client, times a year"), default=2)
    weekly_capacity = models.PositiveSmallIntegerField(_("touches that a person makes in a week"), default=40)
    horizon_days = models.PositiveSmallIntegerField(_("planned ahead, days"), default=91)
    country = models.CharField(_("public holidays of"), max_length=2, default="RU")

    class Meta:
        verbose_name = _("settings of care")
        verbose_name_plural = _("settings of care")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(pk=1), name="care_settings_one_row"),
            models.CheckConstraint(
                condition=Q(cap_touches__gte=1, cap_days__gte=1), name="care_cap_positive"
            ),
            models.CheckConstraint(condition=Q(weekly_capacity__gte=1), name="care_capacity_positive"),
            models.CheckConstraint(condition=Q(horizon_days__range=(14, 366)), name="care_horizon_sane"),
        ]

    def __str__(self) -> str:
        return f"{self.cap_touches}/{self.cap_days}"
