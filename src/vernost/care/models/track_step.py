from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.care.enums import Step
from vernost.clients.models import Client
from vernost.core.models.base import Removable, Sampled


class TrackStep(Sampled, Removable):
    """A step of a client on the discipline track, in force until the next one (`over_on`); RETURNED is over at once.

    `began_on` is the day of the first step of this time on the track.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="track_steps", verbose_name=_("client"), db_index=False
    )
    step = models.CharField(_("step"), max_length=12, choices=Step)
    taken_on = models.DateField(_("day"))
    began_on = models.DateField(_("on the track since"))
    over_on = models.DateField(_("until"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("step of the discipline track")
        verbose_name_plural = _("steps of the discipline track")
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["client", "-taken_on", "-id"], name="track_by_client"),
            models.Index(
                fields=["began_on", "id"], condition=Q(over_on=None, deleted_at=None), name="track_now"
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(step__in=Step.values), name="track_step_known"),
            models.CheckConstraint(condition=Q(over_on__gte=F("taken_on")), name="track_over_after"),
            models.CheckConstraint(condition=Q(taken_on__gte=F("began_on")), name="track_taken_after"),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.taken_on}"
