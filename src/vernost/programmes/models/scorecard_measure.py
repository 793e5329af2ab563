from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.core.models.base import Removable


class ScorecardMeasure(Removable):
    """One line of the company's own scorecard; without any the shipped lines hold (scorecard.py)."""

    measure = models.CharField(_("measure"), max_length=30)
    place = models.PositiveSmallIntegerField(_("place"))

    class Meta:
        verbose_name = _("line of the scorecard")
        verbose_name_plural = _("lines of the scorecard")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["measure"], condition=Q(deleted_at=None), name="scorecard_measure_once"
            )
        ]

    def __str__(self) -> str:
        return self.measure
