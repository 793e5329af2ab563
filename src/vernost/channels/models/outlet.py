from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OutletState(models.Model):
    """How sending goes: one row, number 1. `failures` counts connections refused one after the other."""

    last_success_at = models.DateTimeField(_("last success"), null=True, blank=True)
    last_error_at = models.DateTimeField(_("last error"), null=True, blank=True)
    last_error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    failures = models.PositiveIntegerField(_("failures one after the other"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True)

    class Meta:
        verbose_name = _("state of sending")
        verbose_name_plural = _("states of sending")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(pk=1), name="outlet_state_one_row")
        ]

    def __str__(self) -> str:
        return self.last_error or "–"
