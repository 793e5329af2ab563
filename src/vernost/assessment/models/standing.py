from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client
from vernost.core.models.base import Concluded


class Standing(Concluded):
    """Group, stage and level of a client from one assessment until another said otherwise; empty `until_on`: still.

    The history of nightly runs without a row for every client and night: a row is written when something changes.
    """

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="standings", verbose_name=_("client"), db_index=False
    )
    since_on = models.DateField(_("since"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    group = models.CharField(_("Group"), max_length=12)
    stage = models.CharField(_("Stage"), max_length=12)
    loyalty = models.CharField(_("Loyalty"), max_length=12)

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        # All that movement asks for stands in the index: a hundred thousand rows of the table itself would be read.
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["until_on", "since_on", "group", "stage", "loyalty", "client"],
                name="standing_in_days",
            )
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["client", "since_on"], name="standing_one_a_day"),
            models.UniqueConstraint(fields=["client"], condition=Q(until_on=None), name="standing_one_now"),
            models.CheckConstraint(
                condition=Q(until_on__gt=F("since_on")), name="standing_until_after_since"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.since_on}"
