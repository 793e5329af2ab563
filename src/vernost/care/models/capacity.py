from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Capacity(models.Model):
    """How many touches this person makes in a week, where it is not what the company assumes of everybody (empty)."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="capacity", verbose_name=_("person")
    )
    per_week = models.PositiveSmallIntegerField(_("touches a week"), null=True, blank=True)

    class Meta:
        verbose_name = _("capacity")
        verbose_name_plural = _("capacities")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(per_week__gte=0), name="capacity_not_negative")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.per_week}"
